//! Texts of the stage and of the speaker's window.

use super::texts;

texts! {
    stage_slide(k, n, title): "Diapositiva {k} di {n}: {title}" / "Slide {k} of {n}: {title}";
    stage_number(k, n): "{k} di {n}" / "{k} of {n}";
    stage_numbered(k, title): "{k}. {title}" / "{k}. {title}";
    stage_empty: "La presentazione non ha diapositive da mostrare." / "The presentation has no slide to show.";
    stage_to_slides: "Vai alle diapositive" / "Go to the slides";
    stage_not_here(version): "La presentazione è fissata alla versione {version}, che non è in questo browser: si vedono i dati di adesso." / "The presentation is tied to version {version}, which is not in this browser: you see the data as they are now.";
    stage_bar: "Comandi" / "Controls";
    stage_previous: "Precedente" / "Previous";
    stage_next: "Successiva" / "Next";
    stage_overview: "Panoramica" / "Overview";
    stage_notes: "Note" / "Notes";
    stage_speaker: "Vista del relatore" / "Speaker view";
    stage_full: "Schermo intero" / "Full screen";
    stage_help: "Tasti" / "Keys";
    stage_leave: "Esci dalla presentazione" / "Leave the presentation";
    stage_black: "Schermo nero" / "Black screen";
    stage_is_black: "Lo schermo è nero. Premi B per tornare alla diapositiva." / "The screen is black. Press B to get back to the slide.";
    stage_all: "Tutte le diapositive" / "All slides";
    stage_go_to: "Vai alla diapositiva" / "Go to slide";
    stage_go_to_number(n): "Numero, da 1 a {n}" / "Number, from 1 to {n}";
    stage_go: "Vai" / "Go";
    stage_typed(number): "Vai alla {number}: premi Invio" / "Go to {number}: press Enter";
    stage_no_such(n): "Le diapositive vanno da 1 a {n}." / "Slides go from 1 to {n}.";
    stage_no_notes: "Nessuna nota per questa diapositiva." / "No notes for this slide.";
    stage_no_marks: "Su questa diapositiva non ci sono enti da mostrare." / "There are no bodies to show on this slide.";
    stage_nobody: "Nessun ente." / "No body.";
    stage_back: "Torna al grafico" / "Back to the chart";
    stage_key_steps: "Avanti e indietro" / "Forth and back";
    stage_key_steps_keys: "Frecce, Spazio, Pagina su e giù" / "Arrows, Space, Page up and down";
    stage_key_ends: "Prima e ultima" / "First and last";
    stage_key_ends_keys: "Inizio, Fine" / "Home, End";
    stage_key_number: "A una diapositiva" / "To a slide";
    stage_key_number_keys: "G, oppure il numero e Invio" / "G, or its number and Enter";
    stage_key_marks: "Gli enti dietro un valore del grafico" / "The bodies behind a value of the chart";
    stage_key_marks_keys: "D, frecce, Invio; Esc per tornare" / "D, arrows, Enter; Esc to go back";
    stage_key_black_keys: "B oppure ." / "B or .";
    stage_key_help: "Questi tasti" / "These keys";
    stage_key_help_keys: "? oppure H" / "? or H";
    stage_key_back: "Chiudi, poi esci" / "Close, then leave";
    stage_blocked: "Il browser ha impedito di aprire la finestra del relatore. Le note si possono mostrare qui sotto." / "The browser did not let the speaker's window open. The notes can be shown below.";
    stage_no_answer: "La finestra del relatore non risponde: in questo browser le due finestre non si parlano. Le note si possono mostrare qui sotto." / "The speaker's window does not answer: in this browser the two windows do not talk to each other. The notes can be shown below.";
    stage_show_notes: "Mostra le note (N)" / "Show the notes (N)";
    speaker_alone: "Nessuna presentazione risponde in un'altra finestra: qui si può andare avanti da soli. Se questo browser non lascia parlare le due finestre, nella presentazione premi N per avere le note sotto la diapositiva." / "No presentation answers in another window: you can go on here alone. If this browser does not let the two windows talk, press N in the presentation to have the notes below the slide.";
    speaker_now: "Adesso" / "Now";
    speaker_then: "Dopo" / "Next";
    speaker_end: "Fine della presentazione" / "End of the presentation";
    speaker_clock: "Ora" / "Time";
    speaker_timer: "Cronometro" / "Timer";
    speaker_start: "Avvia" / "Start";
    speaker_pause: "Ferma" / "Pause";
    speaker_reset: "Azzera" / "Reset";
    speaker_larger: "Testo più grande" / "Larger text";
    speaker_smaller: "Testo più piccolo" / "Smaller text";
}
