"""Everyday words that a pack may lack and that are yet no slips of its words.

Without them "bake a cake" would be read as "take a case". Hand-made, folded; mostly words of
four to seven letters, where one slip leads to some other word.
"""

from __future__ import annotations

from typing import Final

_WORDS: Final = {
    "en": """
        able above actor album apple april army aunt avoid away baby back bake baker baking ball
        band bank bark base bath beach bean bear beat beauty become beef beer believe bell best
        better bicycle bike bill bird birth birthday black blood blue board boat body boil bone
        book boot born bottle bowl brain brand bread break bring brother brown brush build
        building burn butter button cable cake calorie camera camp candle capital card care cash
        castle cause chair chance change cheap cheese chess chicken chip chocolate choose
        christmas church city class clean clear clever clock close cloth cloud coal coast coat
        code coffee coin cold color colour comb come company compare computer cook cookie cooking
        cool copper copy corn corner cost could count country course cover cream credit cross
        cruise crush cure cycle dance dark data date dead deal dear deep deer degree delete
        dental desk died diet dinner dirty dish distance door dream dress drink drive driver dust
        duty earn earth east easy edge eight email empty energy engine enjoy equal even event
        exam exist exit face fact fail fair fall false fame farm fashion fast father feed feel
        feet fifty file fill film find fine finger finish fire fish five flag flat flight floor
        flour flower fold food foot football forest forget fork four free fresh friend fruit fuel
        full funny game garage garden gate gift girl give glad glass goal goat gold golf good
        grade grass gray great green grey grill grow guess guide guitar hair half hall hand hang
        happen happy hate head hear heart heat heavy height hello high hike hill history hobby
        hold hole holiday holy home honey hope horse host hour huge human hundred hungry husband
        image inch invent island jacket join joke juice july jump june keep kept keyboard keys
        kick kilo kind king kiss kitchen knee know lake lamp land laptop large last late laugh
        lawn layer lead leaf league learn leather left lemon lend length less lesson letter level
        light line link lion list listen live loan long look loose lose lost love lunch machine
        made mail main make male many march mark market marry match math meal mean meat medal
        meet melt meter metal middle mile milk mind mine mint minute miss mobile moon morning
        mountain mouse mouth move movie music nail name near neck nest nice night nine nobel
        noise north nose note novel number ocean offer often once onion open orange order oven
        owner pack page paint pair panel paper park part party pass past pasta path peace pear
        penny person phone photo piano pick piece pilot pink pipe pizza place plain plan plane
        planet plant plate play player pocket poem point pool port post potato pound power press
        price prime print prize pump pupil queen quick quiet quite race radio rail rain read
        ready real recipe record refund repair rest return rice rich ride right ring river road
        rock roof room root rope rose round rule sail salad salt same sand save school score
        screen seat second seed seek sell send seven shape share sharp sheep sheet ship shirt
        shoe shop short show shower sick side silk silver sing single sister size skill skin
        sleep slow small smart smell smile snow soap soccer sock soft soil song soon sore sort
        sound soup south space speak speed spell spend spoon sport spring square stage stand star
        start stay steel step stock stone store storm story street strong style sugar suit summer
        swim table tail take tale talk tall tank taste taxi team tear tech teeth tell temple ten
        tennis test text thank thin thing think third thirty three ticket tide till time tire
        title today toast toilet told tomato tomorrow tone took tool tooth town toy train travel
        tree trip true truth tube tuna turn twelve twenty twin type uncle unit used user vein
        video view village visit voice vote wait wake walk wall want warm wash watch water wave
        weak wear weather week weight west wheel white wide wife wild wind window wine winner
        winter wire wish woman wood word wore world worse worst worth write wrong yard year
        yellow yesterday young zero
        """,
    "es": """
        abierto abril abuela abuelo aceite agosto agua aire alto amarillo amigo amor ancho animal
        anillo ano anos antiguo arbol arena arroz arte atleta autor ayer azucar azul bailar bajo
        balon banco bano barato barco barrio bebe beber bello bien blanco boca bola bolsa bonito
        bosque botella brazo bueno buscar caballo cabeza cafe caja calle calor cama camara
        cambiar cambio camino camisa campo cancion cansado cantar cara carne caro carrera carro
        carta casa casar castillo cena cerca cerdo cerrar cerveza chico cielo ciento cinco cine
        cita ciudad clase clave clima coche cocina cocinar codigo comer comida comprar corazon
        correo correr corto costa cuadro cuarto cuatro cubo cuenta cuerpo cuesta cuidar cumple
        curso dado dedo dentro deporte derecha diente diez dios doble doce dolor domingo dormir
        dulce edad ejemplo enero equipo escribir escuela espejo estrella fecha feliz feria fiesta
        final flor frio fruta fuego fuera fuerte futbol gallo ganar gato gente globo goma gordo
        gracias grande gris guerra guia guitarra gusto hablar hacer hambre harina helado hermana
        hermano hielo hierro hoja hola hombre hora horno hotel hueso huevo idea iglesia imagen
        isla izquierda jamon jardin juego jueves jugar jugo julio junio lado lago lana lapiz
        largo leche leer lejos lengua lento leon letra libro lima limon limpio lindo linea llave
        llegar lleno lluvia luna lunes luz madera madre maestro maiz malo mano manzana mapa
        maquina marca marido martes marzo masa mayo mayor mejor memoria menor mesa metal metro
        miel mil mirar misa mitad mono montar morado mover mujer mundo musica naranja nariz negro
        nieve nino nivel noche nombre norte nota noticia nube nuevo numero ocho oido ojos olor
        oreja oro oveja pagar pagina pais palabra palo pan panel papa papel pared parque parte
        pasta pastel patio pato pecho pelicula pelo pelota pera perder perro pescado peso pie
        piedra piel pierna pilar pino pintar piso pista pizza plan planta plata plato playa plaza
        pluma poema pollo poner precio primo puerta puerto punto queso radio raiz rapido raton
        receta recta regla reina reloj rico rio rojo ropa rosa rubio rueda ruido saber sabor
        sacar sala salsa salud sangre santo seco segundo seis semana serie siete siglo silla
        sitio sobrino soldado sopa sucio sueno suerte suma tabla tamano tarde tarea tarta taza te
        techo tela tema temprano tenis texto tiempo tienda tierra tigre tomar tomate torre torta
        trece treinta tren tres triste uno uvas vaca vacio valor vaso veinte vela vender ventana
        ver verano verdad verde viaje vida viejo viento viernes vino vista vivo volar vuelo
        zapato zona
        """,
}


def everyday_words(language: str) -> list[str]:
    """Everyday words of `language` ("en")."""
    return _WORDS.get(language, "").split()
