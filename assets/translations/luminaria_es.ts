<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_MX" sourcelanguage="en_US">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Answers questions without any connection.</source>
        <translation>Responde preguntas sin ninguna conexión.</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Versión:</translation>
    </message>
    <message>
        <source>License:</source>
        <translation>Licencia:</translation>
    </message>
    <message>
        <source>Read the license of Luminaria</source>
        <translation>Leer la licencia de Luminaria</translation>
    </message>
    <message>
        <source>Identifier:</source>
        <translation>Identificador:</translation>
    </message>
    <message>
        <source>Edition:</source>
        <translation>Edición:</translation>
    </message>
    <message>
        <source>Made on:</source>
        <translation>Fecha de creación:</translation>
    </message>
    <message>
        <source>Publisher:</source>
        <translation>Publicado por:</translation>
    </message>
    <message>
        <source>Contents:</source>
        <translation>Contenido:</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n pregunta</numerusform>
            <numerusform>%n preguntas</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers reviewed:</source>
        <translation>Respuestas revisadas:</translation>
    </message>
    <message>
        <source>Contacts checked:</source>
        <translation>Contactos comprobados:</translation>
    </message>
    <message>
        <source>Made with the work of others</source>
        <translation>Hecho con el trabajo de otras personas</translation>
    </message>
    <message>
        <source>Choose a part to read its license in full.</source>
        <translation>Elija una parte para leer su licencia completa.</translation>
    </message>
    <message>
        <source>Program parts</source>
        <translation>Partes del programa</translation>
    </message>
    <message>
        <source>Letters, pictures and words</source>
        <translation>Tipos de letra, dibujos y palabras</translation>
    </message>
    <message>
        <source>Basic parts, from Debian</source>
        <translation>Partes básicas, de Debian</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <extracomment>date format of QDate.toString</extracomment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>This text is missing from your copy of the program. The program still works. A fresh copy has the text.</source>
        <translation>Este texto falta en su copia del programa. El programa sigue funcionando. Una copia nueva tiene el texto.</translation>
    </message>
    <message>
        <source>License of %1</source>
        <translation>Licencia de %1</translation>
    </message>
</context>
<context>
    <name>ActionCollection</name>
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
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Lléveselo</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Bookmark this answer</source>
        <translation>Agregar esta respuesta a marcadores</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Marcadores</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Both languages side by side</source>
        <translation>Los dos idiomas lado a lado</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Copiar esta respuesta</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>Imprimir o guardar como PDF</translation>
    </message>
    <message>
        <source>Take it on a phone (QR code)</source>
        <translation>Llevar en un teléfono (código QR)</translation>
    </message>
    <message>
        <source>Learn a number by heart</source>
        <translation>Aprender un número de memoria</translation>
    </message>
    <message>
        <source>Turn around for someone across the table</source>
        <translation>Voltear para quien está enfrente</translation>
    </message>
    <message>
        <source>Make a wallet card</source>
        <translation>Hacer una tarjeta para la cartera</translation>
    </message>
    <message>
        <source>Same colors as this computer</source>
        <translation>Los mismos colores que esta computadora</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Acerca de este programa</translation>
    </message>
    <message>
        <source>Show a calendar when leaving quickly</source>
        <translation>Mostrar un calendario al salir rápido</translation>
    </message>
    <message>
        <source>Keep ready in the background</source>
        <translation>Tener listo en segundo plano</translation>
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
    <name>AnswerPage</name>
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
        <translation>La respuesta completa todavía no está traducida. Aquí la tiene en otro idioma.</translation>
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
        <source>Checked %1</source>
        <translation>Comprobado en %1</translation>
    </message>
    <message>
        <source>May have changed. If nobody answers, call a number below.</source>
        <translation>Puede haber cambiado. Si nadie contesta, llame a uno de los números de abajo.</translation>
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
    <name>Attract</name>
    <message>
        <source>Ask. Learn. Get help.</source>
        <translation>Pregunte. Aprenda. Pida ayuda.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Toque para empezar</translation>
    </message>
    <message>
        <source>This screen keeps nothing of what you type.</source>
        <translation>Esta pantalla no guarda nada de lo que usted escribe.</translation>
    </message>
</context>
<context>
    <name>BackgroundMode</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>BookmarkDelegate</name>
    <message>
        <source>Name of the bookmark</source>
        <translation>Nombre del marcador</translation>
    </message>
</context>
<context>
    <name>BookmarksModel</name>
    <message>
        <source>Not in this pack</source>
        <translation>No está en este paquete</translation>
    </message>
</context>
<context>
    <name>BookmarksPage</name>
    <message>
        <source>Bookmarks</source>
        <translation>Marcadores</translation>
    </message>
    <message>
        <source>Place %1 of %2</source>
        <translation>Lugar %1 de %2</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Recuperado</translation>
    </message>
    <message>
        <source>This answer is not in this pack. You can keep it or remove it.</source>
        <translation>Esta respuesta no está en este paquete. Puede conservarla o quitarla.</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>Se quitó “%1”.</translation>
    </message>
    <message>
        <source>No bookmarks yet. Open an answer and press Ctrl+D to keep it in this list.</source>
        <translation>Todavía no hay marcadores. Abra una respuesta y presione Ctrl+D para guardarla en esta lista.</translation>
    </message>
    <message>
        <source>Bookmarks stay on this computer until you remove them. Anyone who uses this program here can see them.</source>
        <translation>Los marcadores se quedan en esta computadora hasta que usted los quite. Quien use este programa aquí puede verlos.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Abrir (Enter)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Cambiar nombre (F2)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Subir (Alt+Arriba)</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Bajar (Alt+Abajo)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Quitar (Supr)</translation>
    </message>
    <message>
        <source>Save as text</source>
        <translation>Guardar como texto</translation>
    </message>
    <message>
        <source>Save the list as a text file</source>
        <translation>Guardar la lista como archivo de texto</translation>
    </message>
</context>
<context>
    <name>CalendarCover</name>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mes siguiente</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Copy this contact</source>
        <translation>Copiar este contacto</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Touch to go on</source>
        <translation>Toque para seguir</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cerrar el programa</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Iniciar de nuevo</translation>
    </message>
    <message>
        <source>The program made a mistake. You did nothing wrong. Your settings and the answers are safe.</source>
        <translation>El programa cometió un error. Usted no hizo nada malo. Su configuración y las respuestas están a salvo.</translation>
    </message>
    <message>
        <source>This is the second time within a minute. Close the program and open it again later. If it keeps happening, tell the person you got it from.</source>
        <translation>Es la segunda vez en un minuto. Cierre el programa y ábralo más tarde. Si sigue pasando, avise a la persona que se lo dio.</translation>
    </message>
    <message>
        <source>You can go on. If something does not look right, start the program again. It then forgets what is open now.</source>
        <translation>Puede continuar. Si algo no se ve bien, inicie el programa de nuevo. Al hacerlo, el programa olvida lo que está abierto ahora.</translation>
    </message>
    <message>
        <source>No note about this was kept.</source>
        <translation>No se guardó ninguna nota sobre esto.</translation>
    </message>
    <message>
        <source>A short note is kept on this computer, in %1. It tells which part of the program had the problem. Nothing you typed or read is in it.</source>
        <translation>Se guarda una nota corta en esta computadora, en %1. Dice qué parte del programa tuvo el problema. No contiene nada de lo que usted escribió o leyó.</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
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
        <translation>no se encontró</translation>
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
    <name>HelpNow</name>
    <message>
        <source>You can talk to someone now</source>
        <translation>Puede hablar con alguien ahora</translation>
    </message>
    <message>
        <source>call</source>
        <translation>llamada</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>What is missing on this computer</source>
        <translation>Lo que falta en esta computadora</translation>
    </message>
    <message>
        <source>Find an answer</source>
        <translation>Encontrar una respuesta</translation>
    </message>
    <message>
        <source>Type a word or a question in the search box. Answers show as you type.</source>
        <translation>Escriba una palabra o una pregunta en el cuadro de búsqueda. Las respuestas aparecen mientras escribe.</translation>
    </message>
    <message>
        <source>Small spelling mistakes do not matter. You can ask in any language that the answers have.</source>
        <translation>No importan los errores pequeños de ortografía. Puede preguntar en cualquier idioma que tengan las respuestas.</translation>
    </message>
    <message>
        <source>Or choose a topic in the list, and then a question.</source>
        <translation>O elija un tema de la lista y después una pregunta.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>The short answer comes first. Below it are the full answer, people you can call, and where the facts come from.</source>
        <translation>Primero está la respuesta corta. Debajo están la respuesta completa, a quién puede llamar y de dónde vienen los datos.</translation>
    </message>
    <message>
        <source>“Back” and “Forward” go through what you opened. That list is gone when you close the program.</source>
        <translation>“Atrás” y “Adelante” recorren lo que usted abrió. Esa lista se borra al cerrar el programa.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Lléveselo</translation>
    </message>
    <message>
        <source>The menu shows how to copy an answer, put it on paper or bring it to a phone.</source>
        <translation>En el menú puede ver cómo copiar una respuesta, imprimirla o llevarla en un teléfono.</translation>
    </message>
    <message>
        <source>Somebody else may find a paper, a file or a phone. If that could put you at risk, learn the phone number by heart instead.</source>
        <translation>Otra persona puede encontrar un papel, un archivo o un teléfono. Si eso es un riesgo para usted, mejor apréndase el número de memoria.</translation>
    </message>
    <message>
        <source>Leave quickly</source>
        <translation>Salir rápido</translation>
    </message>
    <message>
        <source>Press Shift three times, or choose “Leave quickly”. The window is gone at once. The program forgets what you looked for and what you read.</source>
        <translation>Presione la tecla Shift (Mayús) tres veces o elija “Salir rápido”. La ventana desaparece al instante. El programa olvida lo que usted buscó y leyó.</translation>
    </message>
    <message>
        <source>It has limits. It cannot erase what is somewhere else: what you printed, saved, sent or took a photo of.</source>
        <translation>Tiene límites. No puede borrar lo que está en otro lugar: lo que usted imprimió, guardó, envió o fotografió.</translation>
    </message>
    <message>
        <source>Bookmarks stay on this computer until you remove them.</source>
        <translation>Los marcadores se quedan en esta computadora hasta que usted los quite.</translation>
    </message>
    <message>
        <source>It does not stop a person, a camera or a spy program that watches this computer. If that could be so, use a computer or phone that the other person cannot get to.</source>
        <translation>No detiene a una persona, una cámara o un programa espía que vigile esta computadora. Si cree que alguien la vigila así, use una computadora o un teléfono al que la otra persona no tenga acceso.</translation>
    </message>
    <message>
        <source>Text size, colors and language</source>
        <translation>Tamaño de letra, colores e idioma</translation>
    </message>
    <message>
        <source>Everything can grow to three times its size, or shrink a little. The colors can be light, dark or of high contrast.</source>
        <translation>Todo puede crecer hasta tres veces su tamaño, o hacerse un poco más chico. Los colores pueden ser claros, oscuros o de alto contraste.</translation>
    </message>
    <message>
        <source>The language button changes every word on the screen. You stay at the same answer.</source>
        <translation>El botón de idioma cambia todas las palabras de la pantalla. Usted sigue en la misma respuesta.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Everything works without a mouse. These are the keys:</source>
        <translation>Todo funciona sin mouse. Estas son las teclas:</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>What would you like to know?</source>
        <translation>¿Qué quiere saber?</translation>
    </message>
    <message>
        <source>“Leave quickly” clears this screen at once. It cannot hide that you were here, or what somebody has already seen.</source>
        <translation>“Salir rápido” borra esta pantalla de inmediato. No puede ocultar que usted estuvo aquí ni lo que alguien ya haya visto.</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue usted ahí?</translation>
    </message>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>Esta pantalla se borra en %n segundo.</numerusform>
            <numerusform>Esta pantalla se borra en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Aquí sigo</translation>
    </message>
</context>
<context>
    <name>IndexingWindow</name>
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
    <name>KeyButton</name>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>Números y signos</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>Ocultar el teclado</translation>
    </message>
    <message>
        <source>Shift, one capital letter</source>
        <translation>Mayúsculas, una letra</translation>
    </message>
    <message>
        <source>Shift, all capital letters</source>
        <translation>Mayúsculas, fijas</translation>
    </message>
    <message>
        <source>Shift, small letters</source>
        <translation>Mayúsculas, desactivadas</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>More: %1</source>
        <translation>Más: %1</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Erase the last digit</source>
        <translation>Borrar el último dígito</translation>
    </message>
</context>
<context>
    <name>KioskHeader</name>
    <message>
        <source>Leave quickly</source>
        <translation>Salir rápido</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Página de inicio</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Letra más pequeña</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Change the colors</source>
        <translation>Cambiar los colores</translation>
    </message>
    <message>
        <source>Hide the screen</source>
        <translation>Ocultar la pantalla</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>Learn a number</source>
        <translation>Aprender un número</translation>
    </message>
    <message>
        <source>There is no number to learn here.</source>
        <translation>Aquí no hay ningún número para aprender.</translation>
    </message>
    <message>
        <source>Nobody can find a number that is only in your head. Read it to yourself a few times, or aloud if nobody is near. Then try it.</source>
        <translation>Nadie puede encontrar un número que solo está en su memoria. Léalo unas cuantas veces en silencio, o en voz alta si no hay nadie cerca. Después pruebe.</translation>
    </message>
    <message>
        <source>Now type it. Nothing you type is kept.</source>
        <translation>Ahora escríbalo. No se guarda nada de lo que escriba.</translation>
    </message>
    <message>
        <source>Hide it and try</source>
        <translation>Ocultarlo y probar</translation>
    </message>
    <message>
        <source>Or learn another number:</source>
        <translation>O aprenda otro número:</translation>
    </message>
    <message>
        <source>Which number</source>
        <translation>Cuál número</translation>
    </message>
    <message>
        <source>As a word: %1</source>
        <translation>Como palabra: %1</translation>
    </message>
    <message>
        <source>Who answers: %1</source>
        <translation>Quién contesta: %1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>Horario: %1</translation>
    </message>
</context>
<context>
    <name>LeaveDots</name>
    <message>
        <source>Leave quickly was canceled.</source>
        <translation>Se canceló la salida rápida.</translation>
    </message>
    <message>
        <source>Press Shift two more times to leave.</source>
        <translation>Presione la tecla Shift (Mayús) dos veces más para salir.</translation>
    </message>
    <message>
        <source>Press Shift one more time to leave.</source>
        <translation>Presione la tecla Shift (Mayús) una vez más para salir.</translation>
    </message>
    <message>
        <source>Leave quickly</source>
        <translation>Salir rápido</translation>
    </message>
</context>
<context>
    <name>LicenceView</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>ListenPage</name>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Plug in headphones first, if there is a place for them.</source>
        <translation>Primero conecte unos audífonos, si hay dónde conectarlos.</translation>
    </message>
    <message>
        <source>Without headphones, people near you hear it too.</source>
        <translation>Sin audífonos, las personas cercanas también lo oyen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Hide the screen while I listen</source>
        <translation>Ocultar la pantalla mientras escucho</translation>
    </message>
</context>
<context>
    <name>NoResultsPane</name>
    <message>
        <source>No answer found. Try other words, or look into a topic.</source>
        <translation>No encontramos una respuesta. Pruebe con otras palabras o abra un tema.</translation>
    </message>
    <message>
        <source>No answer found. Try other words, look into a topic, or call a number below.</source>
        <translation>No encontramos una respuesta. Pruebe con otras palabras, abra un tema o llame a un número de abajo.</translation>
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
    <name>OperatorPanel</name>
    <message>
        <source>For the operator</source>
        <translation>Para la persona encargada</translation>
    </message>
    <message>
        <source>Back to the kiosk</source>
        <translation>Volver al quiosco</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>The disk cannot be written to. Check that it has room.</source>
        <translation>No se puede escribir en el disco. Revise que tenga espacio.</translation>
    </message>
    <message>
        <source>Program:</source>
        <translation>Programa:</translation>
    </message>
    <message>
        <source>Content:</source>
        <translation>Contenido:</translation>
    </message>
    <message>
        <source>Edition:</source>
        <translation>Edición:</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>hace %n día</numerusform>
            <numerusform>hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Made on:</source>
        <translation>Fecha de creación:</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>Encendido desde hace:</translation>
    </message>
    <message>
        <source>Restarts after an error:</source>
        <translation>Reinicios después de un error:</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>In all:</source>
        <translation>En total:</translation>
    </message>
    <message>
        <source>All were checked in the last 180 days.</source>
        <translation>Todos se comprobaron en los últimos 180 días.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) may have changed. Call to make sure.</source>
        <translation>
            <numerusform>%n contacto pudo haber cambiado. Llame para confirmar.</numerusform>
            <numerusform>%n contactos pudieron haber cambiado. Llame para confirmar.</numerusform>
        </translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>This kiosk is being checked. It takes a moment.</source>
        <translation>Se está revisando este quiosco. Tarda un momento.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) found nothing wrong.</source>
        <translation>
            <numerusform>%n revisión no encontró problemas.</numerusform>
            <numerusform>%n revisiones no encontraron problemas.</numerusform>
        </translation>
    </message>
    <message>
        <source>To be fixed:</source>
        <translation>Hay que arreglar:</translation>
    </message>
    <message>
        <source>To look at:</source>
        <translation>Hay que revisar:</translation>
    </message>
    <message>
        <source>Not known:</source>
        <translation>No se sabe:</translation>
    </message>
    <message>
        <source>Tallies</source>
        <translation>Conteos</translation>
    </message>
    <message>
        <source>Clear the tallies</source>
        <translation>Borrar los conteos</translation>
    </message>
    <message>
        <source>This clears all tallies on this computer. You cannot undo it.</source>
        <translation>Se borrarán todos los conteos de esta computadora. No se puede deshacer.</translation>
    </message>
    <message>
        <source>On. It counts which answer was opened, the day and the language, and nothing people type.</source>
        <translation>Encendidos. Se cuenta qué respuesta se abrió, el día y el idioma, y nada de lo que escriben las personas.</translation>
    </message>
    <message>
        <source>The kiosk comes back when you log out, or when this computer starts again.</source>
        <translation>El quiosco vuelve cuando usted cierre la sesión o cuando se vuelva a encender esta computadora.</translation>
    </message>
    <message>
        <source>Clear them</source>
        <translation>Borrarlos</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlos</translation>
    </message>
    <message>
        <source>Off. Nothing is counted.</source>
        <translation>Apagados. No se cuenta nada.</translation>
    </message>
    <message>
        <source>The file of the tallies was damaged. It was kept under a name with “.damaged” in it, and a new one was begun.</source>
        <translation>El archivo de los conteos estaba dañado. Se conservó con un nombre que contiene “.damaged” y se empezó uno nuevo.</translation>
    </message>
    <message>
        <source>The file of the tallies cannot be read. It was left alone. New counts last until the kiosk stops.</source>
        <translation>No se puede leer el archivo de los conteos. No se tocó. Los conteos nuevos duran hasta que el quiosco se detenga.</translation>
    </message>
    <message>
        <source>The tallies could not be saved. They last until the kiosk stops. Check that the disk has room.</source>
        <translation>No se pudieron guardar los conteos. Duran hasta que el quiosco se detenga. Revise que el disco tenga espacio.</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Test the screen</source>
        <translation>Probar la pantalla</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Exit for service</source>
        <translation>Salir para dar servicio</translation>
    </message>
    <message>
        <source>Exit now</source>
        <translation>Salir ahora</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <extracomment>How a date is written, in the letters of QDate.toString</extracomment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageOpener</name>
    <message>
        <source>PDF document</source>
        <translation>Documento PDF</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>PageViewer</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Pages, as they will be on paper</source>
        <translation>Páginas, como quedarán en papel</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Erase the last digit</source>
        <translation>Borrar el último dígito</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Digit entered</source>
        <translation>Dígito ingresado</translation>
    </message>
    <message>
        <source>Digit erased</source>
        <translation>Dígito borrado</translation>
    </message>
    <message>
        <source>For the person who runs this screen</source>
        <translation>Para la persona encargada de esta pantalla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message numerus="yes">
        <source>That PIN is not right. You can try %n more time(s).</source>
        <translation>
            <numerusform>Ese PIN no es correcto. Puede intentarlo %n vez más.</numerusform>
            <numerusform>Ese PIN no es correcto. Puede intentarlo %n veces más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more tries for now. Please wait %n minute(s).</source>
        <translation>
            <numerusform>Por ahora no se puede intentar más. Espere %n minuto, por favor.</numerusform>
            <numerusform>Por ahora no se puede intentar más. Espere %n minutos, por favor.</numerusform>
        </translation>
    </message>
    <message>
        <source>No PIN is set, so nobody can come in here. Set one on this computer with this command: luminaria kiosk pin</source>
        <translation>No hay ningún PIN, así que nadie puede entrar aquí. Ponga uno en esta computadora con este comando: luminaria kiosk pin</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>No se pudo revisar el PIN. Inténtelo otra vez, por favor.</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Ingrese el PIN.</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Print or save</source>
        <translation>Imprimir o guardar</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>Esta respuesta</translation>
    </message>
    <message>
        <source>All of this topic</source>
        <translation>Todo este tema</translation>
    </message>
    <message>
        <source>Everything, as a booklet</source>
        <translation>Todo, como folleto</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Qué imprimir</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Todos los idiomas</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Other people can find paper and files. A printer may keep a list of what it printed.</source>
        <translation>Otras personas pueden encontrar papeles y archivos. Una impresora puede guardar una lista de lo que imprimió.</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Other people can find the paper. Print only what is safe for you to carry.</source>
        <translation>Otras personas pueden encontrar el papel. Imprima solo lo que pueda llevar sin riesgo.</translation>
    </message>
    <message>
        <source>A small card with phone numbers</source>
        <translation>Una tarjeta pequeña con números de teléfono</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>Esta respuesta</translation>
    </message>
    <message>
        <source>It is on its way to the printer…</source>
        <translation>Va en camino a la impresora…</translation>
    </message>
    <message>
        <source>It was sent to the printer. Please wait for the paper and take it with you.</source>
        <translation>Ya se mandó a la impresora. Por favor, espere el papel y lléveselo.</translation>
    </message>
    <message>
        <source>It could not be printed. You can take it on a phone instead.</source>
        <translation>No se pudo imprimir. Si quiere, puede llevarlo en un teléfono.</translation>
    </message>
</context>
<context>
    <name>PrintStatus</name>
    <message>
        <source>No printer is set up on this computer. You can save a PDF instead.</source>
        <translation>Esta computadora no tiene una impresora configurada. En su lugar, puede guardar un PDF.</translation>
    </message>
    <message>
        <source>There is too much to print at once. Close this page, open an answer, and try again.</source>
        <translation>Es demasiado para imprimirlo todo junto. Cierre esta página, abra una respuesta e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Getting the pages ready…</source>
        <translation>Preparando las páginas…</translation>
    </message>
    <message>
        <source>Sending the pages to the printer…</source>
        <translation>Enviando las páginas a la impresora…</translation>
    </message>
    <message>
        <source>The pages are on their way to the printer.</source>
        <translation>Las páginas van en camino a la impresora.</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Nothing else has changed. Check that it is on and has paper, or save a PDF instead.</source>
        <translation>La impresora no recibió las páginas. Nada más cambió. Revise que esté encendida y tenga papel, o guarde un PDF.</translation>
    </message>
    <message>
        <source>The pages could not be made. Nothing was saved or printed. Close this page, open it again, and try once more.</source>
        <translation>No se pudieron hacer las páginas. No se guardó ni se imprimió nada. Cierre esta página, ábrala otra vez e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>QrPage</name>
    <message>
        <source>Take it with you</source>
        <translation>Lléveselo</translation>
    </message>
    <message>
        <source>This is too long for a code. You can learn a number instead.</source>
        <translation>Esto es demasiado largo para un código. En su lugar, puede aprender un número.</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera here. The words open on your phone. No internet is needed.</source>
        <translation>Apunte aquí con la cámara de su teléfono. El texto se abre en su teléfono. No hace falta internet.</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera here. It will offer to call %1 (%2).</source>
        <translation>Apunte aquí con la cámara de su teléfono. Le ofrecerá llamar al %1 (%2).</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera here. It will offer to write to %1 (%2).</source>
        <translation>Apunte aquí con la cámara de su teléfono. Le ofrecerá escribir al %1 (%2).</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La respuesta</translation>
    </message>
    <message>
        <source>A number to call</source>
        <translation>Un número para llamar</translation>
    </message>
    <message>
        <source>A number to text</source>
        <translation>Un número para mandar mensaje</translation>
    </message>
    <message>
        <source>What is in the code</source>
        <translation>Qué hay en el código</translation>
    </message>
    <message>
        <source>Which number</source>
        <translation>Cuál número</translation>
    </message>
    <message>
        <source>In the code:</source>
        <translation>En el código:</translation>
    </message>
    <message>
        <source>Phones keep a history, and photos. Someone who looks at your phone may find it. Some phones offer to search the web for the words. That leaves a trace too.</source>
        <translation>Los teléfonos guardan un historial y fotos. Quien revise su teléfono puede encontrarlo. Algunos teléfonos ofrecen buscar el texto en internet. Eso también deja rastro.</translation>
    </message>
    <message>
        <source>Not safe to carry?</source>
        <translation>¿No es seguro llevarlo?</translation>
    </message>
    <message>
        <source>Learn a number</source>
        <translation>Aprender un número</translation>
    </message>
</context>
<context>
    <name>QrWidget</name>
    <message>
        <source>QR code with: %1</source>
        <translation>Código QR con: %1</translation>
    </message>
</context>
<context>
    <name>RecallForm</name>
    <message>
        <source>Yes, that is it. Try it again in a while, so that it stays.</source>
        <translation>Sí, ese es. Vuelva a probar en un rato, para que no se le olvide.</translation>
    </message>
    <message>
        <source>Type the number first.</source>
        <translation>Primero escriba el número.</translation>
    </message>
    <message numerus="yes">
        <source>Almost. The first %n digit(s) are right.</source>
        <translation>
            <numerusform>Casi. El primer dígito está bien.</numerusform>
            <numerusform>Casi. Los primeros %n dígitos están bien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet. Look at it again. Take your time.</source>
        <translation>Todavía no. Mírelo otra vez, con calma.</translation>
    </message>
    <message>
        <source>The number, from memory</source>
        <translation>El número, de memoria</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Show the number again</source>
        <translation>Mostrar el número otra vez</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
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
        <translation>No se encontró ninguna respuesta</translation>
    </message>
</context>
<context>
    <name>SavingMessages</name>
    <message>
        <source>“%1” is there already. It was not changed. Choose another name, or say that it may be replaced.</source>
        <translation>“%1” ya existe. No se cambió. Elija otro nombre, o indique que se puede reemplazar.</translation>
    </message>
    <message>
        <source>“%1” was not saved: this folder or file does not let you write to it. Nothing was changed. Choose another folder.</source>
        <translation>“%1” no se guardó: no tiene permiso para escribir en esta carpeta o archivo. Nada cambió. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>“%1” was not saved: there is no room left. Nothing was changed. Choose another place, or make room and try again.</source>
        <translation>“%1” no se guardó: ya no hay espacio. Nada cambió. Elija otro lugar, o haga espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>“%1” was not saved: the folder is not there. Nothing was changed. Choose another folder.</source>
        <translation>“%1” no se guardó: la carpeta no existe. Nada cambió. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>“%1” was not saved: a file cannot have this name here. Nothing was changed. Choose another name.</source>
        <translation>“%1” no se guardó: aquí un archivo no puede llamarse así. Nada cambió. Elija otro nombre.</translation>
    </message>
    <message>
        <source>“%1” was not saved. Nothing was changed. Try again, or choose another place.</source>
        <translation>“%1” no se guardó. Nada cambió. Inténtelo de nuevo o elija otro lugar.</translation>
    </message>
    <message>
        <source>The bookmarks could not be read. The file was kept under the name “%1”. The list starts empty, and you can go on.</source>
        <translation>No se pudieron leer los marcadores. El archivo se conservó con el nombre “%1”. La lista empieza vacía y usted puede continuar.</translation>
    </message>
    <message>
        <source>The file “%1” with your bookmarks could not be opened. It was not changed. Bookmarks you add now last until you close the program.</source>
        <translation>No se pudo abrir el archivo “%1” con sus marcadores. No se cambió. Los marcadores que agregue ahora durarán hasta que cierre el programa.</translation>
    </message>
    <message>
        <source>Bookmarks could not be saved in the file “%1”. They last until you close the program. Check that there is room on the disk.</source>
        <translation>No se pudieron guardar los marcadores en el archivo “%1”. Durarán hasta que cierre el programa. Revise que haya espacio en el disco.</translation>
    </message>
    <message>
        <source>Bookmark added</source>
        <translation>Marcador agregado</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>Marcador quitado</translation>
    </message>
    <message>
        <source>There are %1 bookmarks, and no room for more. Remove one first.</source>
        <translation>Hay %1 marcadores y ya no caben más. Primero quite uno.</translation>
    </message>
</context>
<context>
    <name>ScreenTest</name>
    <message>
        <source>Touch the edges to see the next color. Rings show where the screen feels your finger. To end, touch here five times.</source>
        <translation>Toque las orillas para ver el siguiente color. Los círculos muestran dónde la pantalla siente su dedo. Para terminar, toque aquí cinco veces.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Ask a question or type a word</source>
        <translation>Escriba una pregunta o una palabra</translation>
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
        <translation>Flechas arriba y abajo para moverse, Enter para leer</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file was damaged. It was set aside, and some settings may be as they were at first. The answers are not affected.</source>
        <translation>El archivo de configuración estaba dañado. Se guardó aparte, y una parte de la configuración puede estar como al principio. Las respuestas siguen igual.</translation>
    </message>
    <message>
        <source>Settings cannot be saved on this computer. You can still change them; they last until you close the program.</source>
        <translation>En esta computadora no se puede guardar la configuración. Puede cambiarla de todos modos; durará hasta que cierre el programa.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Down, Up</source>
        <translation>Abajo, Arriba</translation>
    </message>
    <message>
        <source>Move through results or topics</source>
        <translation>Recorrer los resultados o los temas</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the one that is marked</source>
        <translation>Abrir lo que está seleccionado</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>From the results back to the topics</source>
        <translation>De los resultados volver a los temas</translation>
    </message>
    <message>
        <source>Scroll the answer</source>
        <translation>Recorrer la respuesta</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Av Pág, Re Pág</translation>
    </message>
    <message>
        <source>Scroll by a page</source>
        <translation>Avanzar o retroceder una página</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Mayús+Tab</translation>
    </message>
    <message>
        <source>To the next control, or the one before</source>
        <translation>Al control siguiente o al anterior</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>Espacio, Enter</translation>
    </message>
    <message>
        <source>Press the button that is marked</source>
        <translation>Presionar el botón seleccionado</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Cerrar lo que está abierto</translation>
    </message>
    <message>
        <source>Shift three times</source>
        <translation>Shift (Mayús) tres veces</translation>
    </message>
    <message>
        <source>in the menu</source>
        <translation>en el menú</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 o %2</translation>
    </message>
</context>
<context>
    <name>SideBySidePage</name>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Show beside it:</source>
        <translation>Mostrar al lado:</translation>
    </message>
    <message>
        <source>The full answer speaks about violence and abuse.</source>
        <translation>La respuesta completa habla de violencia y abuso.</translation>
    </message>
    <message>
        <source>Show the full answer</source>
        <translation>Mostrar la respuesta completa</translation>
    </message>
</context>
<context>
    <name>SideBySideRows</name>
    <message>
        <source>The original text was changed after this translation.</source>
        <translation>El texto original cambió después de esta traducción.</translation>
    </message>
    <message>
        <source>Not translated yet.</source>
        <translation>Todavía no está traducido.</translation>
    </message>
</context>
<context>
    <name>SpeechPlayer</name>
    <message>
        <source>Read aloud needs a voice that this computer does not have. Whoever looks after the computer can install “espeak-ng”.</source>
        <translation>Para leer en voz alta hace falta una voz que esta computadora no tiene. Quien se encarga de la computadora puede instalar “espeak-ng”.</translation>
    </message>
    <message>
        <source>The voice of this computer made no sound. Nothing else has changed, and the answer is still here to read. Please check that the sound is on.</source>
        <translation>La voz de esta computadora no produjo sonido. Nada más cambió, y la respuesta sigue aquí para leerla. Por favor revise que el sonido esté encendido.</translation>
    </message>
</context>
<context>
    <name>StickList</name>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Save to a USB stick</source>
        <translation>Guardar en una memoria USB</translation>
    </message>
    <message>
        <source>Save on “%1”</source>
        <translation>Guardar en “%1”</translation>
    </message>
    <message>
        <source>Choose the stick.</source>
        <translation>Elija la memoria.</translation>
    </message>
    <message>
        <source>No USB stick was found. Plug one in, wait a few seconds, and look again.</source>
        <translation>No se encontró ninguna memoria USB. Conecte una, espere unos segundos y busque otra vez.</translation>
    </message>
    <message>
        <source>Saving… Leave the stick in.</source>
        <translation>Guardando… No saque la memoria.</translation>
    </message>
    <message>
        <source>“%1” is saved. You can take the stick out now.</source>
        <translation>Se guardó el archivo “%1”. Ya puede sacar la memoria.</translation>
    </message>
    <message>
        <source>It was not saved: the stick is full. Make room or use another.</source>
        <translation>No se guardó: la memoria está llena. Haga espacio o use otra.</translation>
    </message>
    <message>
        <source>It was not saved: this stick cannot be written to. Use another.</source>
        <translation>No se guardó: no se puede escribir en esta memoria. Use otra.</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Help now</source>
        <translation>Ayuda ahora</translation>
    </message>
    <message>
        <source>You can talk to someone now.</source>
        <translation>Puede hablar con alguien ahora.</translation>
    </message>
    <message>
        <source>There are more topics. Type a word above to find them.</source>
        <translation>Hay más temas. Escriba una palabra arriba para encontrarlos.</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>There are more questions. Search for them on the start page.</source>
        <translation>Hay más preguntas. Búsquelas en la página de inicio (la casita de arriba).</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>This desktop has no place for an icon beside the clock.</source>
        <translation>Este escritorio no tiene lugar para un icono junto al reloj.</translation>
    </message>
</context>
<context>
    <name>TurnPage</name>
    <message>
        <source>For the person across from you</source>
        <translation>Para la persona que está enfrente</translation>
    </message>
    <message>
        <source>Turn it back to me</source>
        <translation>Voltear hacia mí</translation>
    </message>
    <message>
        <source>Turn it around</source>
        <translation>Voltear hacia la otra persona</translation>
    </message>
    <message>
        <source>Language of the page</source>
        <translation>Idioma de la página</translation>
    </message>
</context>
<context>
    <name>VisitorActionBar</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>To my phone</source>
        <translation>A mi teléfono</translation>
    </message>
    <message>
        <source>To my phone (QR code)</source>
        <translation>A mi teléfono (código QR)</translation>
    </message>
    <message>
        <source>Learn a number</source>
        <translation>Aprender un número</translation>
    </message>
    <message>
        <source>Learn a number by heart</source>
        <translation>Aprender un número de memoria</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Listen to it read aloud</source>
        <translation>Escuchar la lectura en voz alta</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copiado: %1</translation>
    </message>
    <message>
        <source>Search does not work. Please choose a topic.</source>
        <translation>La búsqueda no funciona. Por favor elija un tema.</translation>
    </message>
    <message>
        <source>The program ended suddenly last time. Nothing you typed or read was kept.</source>
        <translation>La última vez el programa se cerró de repente. No se guardó nada de lo que usted escribió o leyó.</translation>
    </message>
    <message>
        <source>This account is set up for a kiosk, and the kiosk is not on. It comes back when you log out, or when this computer starts again.</source>
        <translation>Esta cuenta es de un quiosco, y el quiosco no está activo. Vuelve cuando usted cierre la sesión o cuando se vuelva a encender esta computadora.</translation>
    </message>
    <message>
        <source>The program could not be started again. Close it, and open it again.</source>
        <translation>No se pudo iniciar el programa de nuevo. Ciérrelo y vuelva a abrirlo.</translation>
    </message>
</context>
</TS>
