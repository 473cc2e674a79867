//! `README.txt`, in English and Spanish.

use super::Contents;
use crate::names::one_line;

pub(super) fn words(contents: &Contents<'_>) -> String {
    let day = contents.made.date_naive();
    let name = one_line(&contents.portfolio.learner().name);
    let (of, de) = if name.trim().is_empty() {
        (String::new(), String::new())
    } else {
        (format!(" of {name}"), format!(" de {name}"))
    };
    format!(
        "PORTFOLIO{of}\n\
         Saved from Cairn on {day}. You can open everything here without Cairn.\n\
         \n\
         evidence/            The work. Each piece has a folder with its files and its words.\n\
         evidence.csv         A list of all the work. Opens in any spreadsheet.\n\
         goals.csv            The goals, in order. Opens in any spreadsheet.\n\
         weeks.csv, time.csv  What was set out for each week, and time that was logged.\n\
         portfolio.json       The same again, for other programs to read.\n\
         submissions/         What was handed in, exactly as it was then.\n\
         previews/            Small pictures of the files, and the words in them.\n\
         frameworks/          The lists of things to learn, as they were published, and my own.\n\
         trash/               What was thrown away and can still be brought back.\n\
         other/               Files that belong to nothing here. Usually there are none.\n\
         cairn1/              Every change that was ever made. Cairn needs this.\n\
         files.json           Tells Cairn which file is which.\n\
         manifest-sha256.txt  Shows whether a file was changed. To check all of them,\n\
         \x20                    type in this folder:  sha256sum -c manifest-sha256.txt\n\
         \n\
         To bring it all back: open Cairn, say that you already have a portfolio, and\n\
         pick the ZIP file as it is.\n\
         \n\
         \n\
         PORTAFOLIO{de}\n\
         Guardado desde Cairn el {day}. Todo se puede abrir sin Cairn.\n\
         \n\
         evidence/            El trabajo. Cada pieza tiene una carpeta con sus archivos y sus palabras.\n\
         evidence.csv         Una lista de todo el trabajo. Se abre en cualquier hoja de cálculo.\n\
         goals.csv            Las metas, en orden. Se abre en cualquier hoja de cálculo.\n\
         weeks.csv, time.csv  Lo que se propuso para cada semana, y el tiempo anotado.\n\
         portfolio.json       Lo mismo, para que lo lean otros programas.\n\
         submissions/         Lo que se entregó, tal como estaba entonces.\n\
         previews/            Imágenes pequeñas de los archivos, y las palabras que contienen.\n\
         frameworks/          Las listas de cosas por aprender, tal como se publicaron, y las mías.\n\
         trash/               Lo que se tiró y todavía se puede recuperar.\n\
         other/               Archivos que no son de nada de aquí. Normalmente no hay ninguno.\n\
         cairn1/              Todos los cambios que se hicieron. Cairn lo necesita.\n\
         files.json           Le dice a Cairn qué archivo es cuál.\n\
         manifest-sha256.txt  Muestra si un archivo se cambió. Para revisarlos todos,\n\
         \x20                    escribe en esta carpeta:  sha256sum -c manifest-sha256.txt\n\
         \n\
         Para recuperarlo todo: abre Cairn, di que ya tienes un portafolio y\n\
         escoge el archivo ZIP tal como está.\n"
    )
}
