//! Texts about working without a network, and about new versions.

use super::texts;

texts! {
    offline_ready: "Pronto anche senza rete" / "Ready to work offline";
    offline_preparing: "Preparo l'uso senza rete" / "Getting ready to work offline";
    offline_files(done, all): "{done} file di {all}" / "{done} of {all} files";
    offline_now: "Senza rete: tutto continua a funzionare" / "No network: everything goes on working";
    offline_now_not_ready: "Senza rete: ciò che scrivi si salva comunque" / "No network: what you write is saved all the same";

    offline_title: "Senza rete e nuove versioni" / "Offline, and new versions";
    offline_ready_text: "Tutto il programma è in questo browser: funziona anche senza rete, e anche dopo aver chiuso e riaperto il browser." / "The whole program is in this browser: it works without a network, also after the browser was closed and opened again.";
    offline_preparing_text: "Il programma si sta copiando in questo browser, per funzionare anche senza rete. Intanto puoi lavorare." / "The program is being copied into this browser, to work without a network. You can go on working meanwhile.";
    offline_failed_text: "La copia del programma per l'uso senza rete non è completa. Si riprova alla prossima visita, oppure ora." / "The copy of the program for working offline is not complete. It is tried again at the next visit, or now.";
    offline_unavailable_text: "Qui il programma non si può tenere per l'uso senza rete: il browser lo permette solo a un sito https, e spesso non nelle finestre anonime. Per aprire la pagina serve la rete." / "Here the program cannot be kept for working offline: browsers allow it only to a site on https, and often not in private windows. Opening the page needs the network.";
    offline_file_text: "Questa pagina è un file: funziona sempre senza rete." / "This page is a file: it always works without a network.";
    version_here: "Versione in uso" / "Version in use";

    check_version: "Cerca una nuova versione" / "Look for a new version";
    check_current: "È la versione più recente." / "This is the latest version.";
    check_coming: "C'è una nuova versione: si avvisa quando è pronta." / "There is a new version: you will be told when it is ready.";
    check_broken: "La nuova versione non è arrivata per intero: si riprova più tardi." / "The new version did not come whole: it is tried again later.";
    check_failed: "Il sito non risponde: forse manca la rete." / "The site does not answer: perhaps there is no network.";

    new_version: "Una nuova versione è pronta. Si passa quando vuoi: prima si salva tutto, poi la pagina si ricarica." / "A new version is ready. Change over when you like: everything is saved first, then the page reloads.";
    change_over: "Aggiorna ora" / "Update now";
    later: "Più tardi" / "Later";
    updated_elsewhere: "Rilievo è stato aggiornato. Questa pagina continua a funzionare com'è; ricaricala quando vuoi." / "Rilievo was updated. This page goes on working as it is; reload it when you like.";

    install_app: "Installa come app" / "Install as an app";
    install_how: "Per averlo come app: nel menu del browser scegli «Installa» o «Aggiungi alla schermata Home»." / "To have it as an app: choose “Install” or “Add to home screen” in the browser's menu.";
}
