//! Texts about the app as one file.

use super::texts;

texts! {
    file_title: "Rilievo da un file" / "Rilievo from a file";
    file_keeps: "I dati restano in questo browser, non nel file: chi riceve il file non li vede, e con un altro browser non ci sono." / "The data stay in this browser, not in the file: whoever gets the file does not see them, and another browser does not have them.";
    file_moves: "Prima di spostare o rinominare il file salva una copia: Firefox lega i dati a nome e posto del file. Nel posto nuovo li ritrovi importando la copia." / "Before you move or rename the file, save a copy: Firefox ties the data to name and place of the file. In the new place you find them again by importing the copy.";
    cover_files(app, file): "1. Salva i due allegati, apri {app} con un doppio clic e scegli lì il file {file}. Non c'è nulla da installare e non serve registrarsi." / "1. Save the two attachments, open {app} with a double click and choose the file {file} there. There is nothing to install and no need to register.";
    send_both(app): "Questa pagina è aperta da un file: un link funzionerebbe solo su questo computer. Manda il file dell'invito insieme a {app}, con cui si apre." / "This page was opened from a file: a link would work on this computer only. Send the invitation as a file together with {app}, which opens it.";
}
