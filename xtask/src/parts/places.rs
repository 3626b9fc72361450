//! Places in the table that wait for a part.
//!
//! The splitter fills them with nothing, one by one, so that wasm-bindgen puts
//! no function of its own there. Once that has run it need not be said: a place
//! holds nothing until a part fills it.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use walrus::{ConstExpr, ElementItems, ElementKind, Module};

/// Takes what fills places with nothing out of the main module `wasm`.
pub fn unsaid(wasm: &Path) -> Result<()> {
    let bytes = std::fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let mut module = Module::from_buffer(&bytes)
        .map_err(|error| anyhow!("{} is no module: {error:#}", wasm.display()))?;
    unsay(&mut module);
    std::fs::write(wasm, module.emit_wasm())
        .with_context(|| format!("cannot write {}", wasm.display()))
}

fn unsay(module: &mut Module) {
    let nothing = module
        .elements
        .iter()
        .filter(|element| match &element.items {
            ElementItems::Functions(functions) => functions.is_empty(),
            ElementItems::Expressions(_, items) => {
                let mut items = items.iter();
                items.all(|item| matches!(item, ConstExpr::RefNull(_)))
            }
        });
    let nothing = nothing.filter_map(|element| match element.kind {
        ElementKind::Active { table, .. } => Some((element.id(), table)),
        ElementKind::Passive | ElementKind::Declared => None,
    });
    for (element, table) in nothing.collect::<Vec<_>>() {
        module.tables.get_mut(table).elem_segments.remove(&element);
        module.elements.delete(element);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;
    use walrus::RefType;
    use walrus::ir::Value;

    #[test]
    fn functions_stay_in_the_table_and_nothing_goes() {
        let mut module = Module::default();
        let table = module.tables.add_local(false, 9, Some(9), RefType::FUNCREF);
        let kind = module.types.add(&[], &[]);
        let (function, _) = module.add_import_func("host", "f", kind);
        let null = || ConstExpr::RefNull(RefType::FUNCREF);
        let expressions = |items| ElementItems::Expressions(RefType::FUNCREF, items);
        let items = [
            ElementItems::Functions(Vec::new()),
            expressions(vec![null(), null()]),
            expressions(vec![ConstExpr::RefFunc(function), null()]),
        ];
        for (place, items) in (1..).zip(items) {
            let offset = ConstExpr::Value(Value::I32(place));
            let kind = ElementKind::Active { table, offset };
            let element = module.elements.add(kind, items);
            let table = module.tables.get_mut(table);
            table.elem_segments.insert(element);
        }
        unsay(&mut module);
        let kept = module.elements.iter().map(|element| match &element.kind {
            ElementKind::Active { offset, .. } => format!("{offset:?}"),
            other => format!("{other:?}"),
        });
        assert_eq!(kept.collect::<Vec<_>>(), ["Value(I32(3))"]);
        let bytes = module.emit_wasm();
        let again = Module::from_buffer(&bytes).unwrap();
        assert_eq!(again.elements.iter().count(), 1);
    }
}
