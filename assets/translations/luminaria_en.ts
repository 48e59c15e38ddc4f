<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AboutPage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerPage</name>
    <message numerus="yes">
        <source>%n min to read</source>
        <translation>
            <numerusform>%n min to read</numerusform>
            <numerusform>%n min to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>This screen clears itself in %n second.</numerusform>
            <numerusform>This screen clears itself in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorPanel</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) may have changed. Call to make sure.</source>
        <translation>
            <numerusform>%n contact may have changed. Call to make sure.</numerusform>
            <numerusform>%n contacts may have changed. Call to make sure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) found nothing wrong.</source>
        <translation>
            <numerusform>%n check found nothing wrong.</numerusform>
            <numerusform>%n checks found nothing wrong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message numerus="yes">
        <source>That PIN is not right. You can try %n more time(s).</source>
        <translation>
            <numerusform>That PIN is not right. You can try %n more time.</numerusform>
            <numerusform>That PIN is not right. You can try %n more times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more tries for now. Please wait %n minute(s).</source>
        <translation>
            <numerusform>No more tries for now. Please wait %n minute.</numerusform>
            <numerusform>No more tries for now. Please wait %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecallForm</name>
    <message numerus="yes">
        <source>Almost. The first %n digit(s) are right.</source>
        <translation>
            <numerusform>Almost. The first digit is right.</numerusform>
            <numerusform>Almost. The first %n digits are right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
</TS>
