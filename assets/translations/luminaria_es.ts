<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_MX" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find in this answer</source>
        <translation>Buscar en esta respuesta</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>Cambiar de idioma</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Letra más chica</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Letra normal</translation>
    </message>
    <message>
        <source>Change the colors</source>
        <translation>Cambiar los colores</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Copiar esta respuesta</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Leave quickly</source>
        <translation>Salir rápido</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Shift three times</source>
        <translation>Shift (Mayús) tres veces</translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message>
        <source>Type a word or a question on the left, or choose a topic.</source>
        <translation>Escriba una palabra o una pregunta a la izquierda, o elija un tema.</translation>
    </message>
    <message>
        <source>Nothing you type leaves this computer, and no search is kept.</source>
        <translation>Lo que escriba no sale de esta computadora y no se guarda ninguna búsqueda.</translation>
    </message>
    <message>
        <source>To close this at once, press Shift three times, or use “Leave quickly”.</source>
        <translation>Para cerrar de inmediato, presione la tecla Shift (Mayús) tres veces o use “Salir rápido”.</translation>
    </message>
    <message>
        <source>In brief</source>
        <translation>En pocas palabras</translation>
    </message>
    <message numerus="yes">
        <source>%n min to read</source>
        <translation>
            <numerusform>%n min de lectura</numerusform>
            <numerusform>%n min de lectura</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n fuente</numerusform>
            <numerusform>%n fuentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Facts checked %1</source>
        <translation>Datos comprobados en %1</translation>
    </message>
    <message>
        <source>The full answer is not translated yet. Here it is in another language.</source>
        <translation>La respuesta completa todavía no está en español. Aquí la tiene en otro idioma.</translation>
    </message>
    <message>
        <source>The original text was changed after this translation.</source>
        <translation>El texto original cambió después de esta traducción.</translation>
    </message>
    <message>
        <source>The full answer speaks about violence and abuse.</source>
        <translation>La respuesta completa habla de violencia y abuso.</translation>
    </message>
    <message>
        <source>Show the full answer</source>
        <translation>Mostrar la respuesta completa</translation>
    </message>
    <message>
        <source>Who you can call</source>
        <translation>A quién puede llamar</translation>
    </message>
    <message>
        <source>text message</source>
        <translation>mensaje de texto</translation>
    </message>
    <message>
        <source>call or text</source>
        <translation>llamada o mensaje</translation>
    </message>
    <message>
        <source>TTY and relay</source>
        <translation>TTY y servicio de retransmisión</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>Comprobado en %1</translation>
    </message>
    <message>
        <source>May have changed. If nobody answers, call a number below.</source>
        <translation>Puede haber cambiado. Si nadie contesta, llame a un número de abajo.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Related questions</source>
        <translation>Preguntas relacionadas</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>Find in this answer</source>
        <translation>Buscar en esta respuesta</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Lugar anterior</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Lugar siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Questions and answers · works offline</source>
        <translation>Preguntas y respuestas · funciona sin internet</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
</context>
<context>
    <name>HelpBar</name>
    <message>
        <source>Get help now</source>
        <translation>Ayuda ahora</translation>
    </message>
    <message>
        <source>text</source>
        <translation>mensaje</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>call or text</source>
        <translation>llamada o mensaje</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>text</source>
        <translation>mensaje</translation>
    </message>
    <message>
        <source>call or text</source>
        <translation>llamada o mensaje</translation>
    </message>
    <message>
        <source>You can talk to someone now</source>
        <translation>Puede hablar con alguien ahora</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No answer found. Try other words, or look into a topic.</source>
        <translation>No encontramos una respuesta. Pruebe con otras palabras o mire en un tema.</translation>
    </message>
    <message>
        <source>No answer found. Try other words, look into a topic, or call a number below.</source>
        <translation>No encontramos una respuesta. Pruebe con otras palabras, mire en un tema o llame a un número de abajo.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>Entendido</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>Getting a large pack ready</source>
        <translation>Preparando un paquete grande</translation>
    </message>
    <message>
        <source>This is done once. Next time it opens at once.</source>
        <translation>Esto se hace una sola vez. La próxima vez se abrirá al instante.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>It stopped before it was done.</source>
        <translation>Se detuvo antes de terminar.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Ask a question or type a word</source>
        <translation>Escriba una pregunta o palabra</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>The search is getting ready…</source>
        <translation>La búsqueda se está preparando…</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n respuesta</numerusform>
            <numerusform>%n respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer found</source>
        <translation>No encontramos una respuesta</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>¿Quiso decir “%1”?</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
    <message>
        <source>Up and down to move, Enter to read</source>
        <translation>Flechas arriba y abajo, Enter para leer</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Search does not work. Please choose a topic.</source>
        <translation>La búsqueda no funciona. Por favor elija un tema.</translation>
    </message>
</context>
</TS>
