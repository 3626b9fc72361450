//! Words for invented answers, in the manner of those that real bodies give.

use super::chance::Chance;

/// Name of a place that is not on any map.
pub fn place(chance: &mut Chance) -> String {
    const FIRST: [&str; 24] = [
        "Bru", "Cal", "Cor", "Dra", "Fal", "Gar", "Lam", "Mal", "Mon", "Nar", "Or", "Pal", "Per",
        "Quar", "Ros", "Sal", "Ser", "Tar", "Tol", "Tra", "Val", "Ver", "Vol", "Zan",
    ];
    const MIDDLE: [&str; 18] = [
        "ba", "ce", "de", "fo", "ga", "la", "li", "lo", "ma", "me", "ne", "no", "ra", "ri", "sta",
        "te", "va", "zo",
    ];
    const LAST: [&str; 18] = [
        "bio", "cello", "dro", "gnano", "go", "lla", "ne", "nico", "nza", "rate", "rio", "sco",
        "sso", "te", "ti", "vico", "zza", "zzano",
    ];
    const SECOND: [&str; 8] = [
        "",
        "",
        "",
        " Alto",
        " Marittimo",
        " sul Colle",
        " Vecchio",
        " in Valle",
    ];
    let mut name = String::from(chance.one_of(&FIRST));
    for _ in 0..1 + chance.below(2) {
        name.push_str(chance.one_of(&MIDDLE));
    }
    name + chance.one_of(&LAST) + chance.one_of(&SECOND)
}

/// A small letter.
pub fn letter(chance: &mut Chance) -> char {
    char::from(b"abcdefghilm"[chance.below(11) as usize])
}

/// A mailbox at an address that cannot exist.
pub fn mailbox(place: &str, chance: &mut Chance) -> String {
    let office = chance.one_of(&[
        "ced",
        "sistemi",
        "informatica",
        "protocollo",
        "ragioneria",
        "tributi",
        "pagamenti",
    ]);
    let host = place.to_lowercase().replace(' ', "");
    format!("{office}@comune.{host}.example")
}

/// A web address that cannot exist.
pub fn address(chance: &mut Chance) -> String {
    let page = chance.one_of(&[
        "regolamenti/pagamenti",
        "amministrazione-trasparente/atti-generali",
        "servizi/pagopa",
        "albo/delibere",
        "regolamento-entrate.pdf",
    ]);
    format!(
        "https://www.{}.example/{page}?id={}",
        chance.name(),
        chance.below(100_000)
    )
}

/// A product that no codebook knows.
pub fn product(chance: &mut Chance) -> String {
    let first = chance.one_of(&[
        "Civi", "Muni", "Ente", "Data", "Gest", "Net", "Pago", "Sicr",
    ]);
    let last = chance.one_of(&["web", "Suite", "Pro", "net", "PA", "Flow", "gest", "log"]);
    format!("{first}{last} {}.{}", 1 + chance.below(9), chance.below(10))
}

/// What is written beside a ticked choice.
pub fn qualifier(chance: &mut Chance) -> String {
    match chance.below(3) {
        0 => format!("{}%", 5 * (1 + chance.below(19))),
        1 => "riuso".into(),
        _ => "in parte".into(),
    }
}

/// A free answer of a few words.
pub fn phrase(chance: &mut Chance) -> String {
    let what = chance.one_of(&[
        "Backup giornaliero",
        "Copia settimanale su nastro",
        "Replica delle macchine virtuali",
        "Fibra dedicata",
        "Collegamento in VPN",
        "Servizio affidato all'esterno",
        "Ufficio tributi e ragioneria",
        "Snapshot orari",
        "Contratto annuale di manutenzione",
        "Settore finanziario",
        "Gruppo di lavoro intersettoriale",
        "Adesione a convenzione",
    ]);
    let how = chance.one_of(&[
        "con conservazione di",
        "presso il data center regionale, entro",
        "in cloud, ogni",
        "in corso di sostituzione dopo",
        "gestito dal fornitore per",
        "verificato ogni",
    ]);
    let long = 2 + chance.below(60);
    let unit = chance.one_of(&["giorni", "ore", "mesi", "settimane"]);
    match chance.below(4) {
        0 => what.into(),
        1 => format!("{what} ({})", product(chance)),
        _ => format!("{what} {how} {long} {unit}"),
    }
}

/// What a body adds to an answer.
pub fn remark(chance: &mut Chance) -> String {
    let first = chance.one_of(&[
        "Il dato è aggiornato al",
        "La procedura è stata avviata il",
        "Si veda la delibera n.",
        "In attesa di conferma dal settore competente, protocollo",
        "Gara prevista per il",
    ]);
    let second = chance.one_of(&[
        "e sarà rivisto con il nuovo bilancio.",
        "salvo proroghe.",
        "come da contratto in essere.",
        "e l'ente valuta anche altre soluzioni.",
        "e riguarda solo una parte dei servizi.",
    ]);
    format!(
        "{first} {}/{} {second}",
        1 + chance.below(400),
        2015 + chance.below(12)
    )
}
