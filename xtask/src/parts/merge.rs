//! Several files of the split program as one.
//!
//! The splitter writes them alike: the same types, no imports but memory, table
//! and stack, and a call into another file as a small function that calls
//! through the table. Where both ends are in one file now, the call is direct.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementMode, ElementSection,
    ElementSegment, Elements, FunctionSection, ImportSection, Module, NameMap, NameSection,
    RawSection, SectionId,
};
use wasmparser::{
    Data, DataKind, Element, ElementItems, ElementKind, FunctionBody, Import, KnownCustom, Name,
    Operator, Parser, Payload, TypeRef,
};

/// A place in the table of functions, which all files share.
type Place = u32;

/// One file, read.
#[derive(Default)]
struct Piece<'a> {
    types: &'a [u8],
    imports: Vec<Import<'a>>,
    /// The type of each function.
    functions: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
    /// What it puts into the table, from a place on.
    elements: Vec<(Place, Vec<u32>)>,
    data: Vec<Data<'a>>,
    names: HashMap<u32, &'a str>,
}

/// The files as one file.
pub fn merge(files: &[Vec<u8>]) -> Result<Vec<u8>> {
    let pieces = files.iter().map(|file| Piece::read(file));
    let pieces = pieces.collect::<Result<Vec<_>>>()?;
    let first = pieces.first().context("no file to merge")?;
    ensure!(
        pieces.iter().all(|piece| piece.types == first.types),
        "the files differ in their types"
    );
    let numbers = Numbers::of(&pieces)?;
    let mut out = Module::new();
    out.section(&RawSection {
        id: SectionId::Type.into(),
        data: first.types,
    });
    out.section(&imports(&pieces)?);
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    let mut names = NameMap::new();
    for (number, &(file, function)) in (0..).zip(&numbers.order) {
        let piece = pieces.get(file).context("no such file")?;
        let (kind, body) = piece.function(function)?;
        functions.function(kind);
        let mut renumber = Renumber(numbers.of_file(file)?);
        renumber
            .parse_function_body(&mut code, body.clone())
            .map_err(|error| anyhow!("a function cannot be written: {error}"))?;
        if let Some(name) = piece.names.get(&u32::try_from(function)?) {
            names.append(number, name);
        }
    }
    let (mut elements, mut data) = (ElementSection::new(), DataSection::new());
    for (file, piece) in pieces.iter().enumerate() {
        let numbers = numbers.of_file(file)?;
        for (place, items) in &piece.elements {
            let items: Vec<_> = items.iter().map(|&item| numbers[item as usize]).collect();
            elements.segment(ElementSegment {
                mode: ElementMode::Active {
                    table: None,
                    offset: &ConstExpr::i32_const(i32::try_from(*place)?),
                },
                elements: Elements::Functions(items.into()),
            });
        }
        for segment in &piece.data {
            RoundtripReencoder.parse_data(&mut data, segment.clone())?;
        }
    }
    out.section(&functions).section(&elements);
    out.section(&DataCountSection { count: data.len() });
    out.section(&code).section(&data);
    let mut section = NameSection::new();
    section.functions(&names);
    out.section(&section);
    Ok(out.finish())
}

impl<'a> Piece<'a> {
    fn read(file: &'a [u8]) -> Result<Self> {
        let mut piece = Self::default();
        for payload in Parser::new(0).parse_all(file) {
            piece.take(file, payload.context("a part cannot be read")?)?;
        }
        Ok(piece)
    }

    fn take(&mut self, file: &'a [u8], payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                let Range { start, end } = types.range();
                let range = usize::try_from(start)?..usize::try_from(end)?;
                self.types = file.get(range).context("the types are cut off")?;
            }
            Payload::ImportSection(imports) => {
                self.imports = imports.into_imports().collect::<Result<_, _>>()?;
            }
            Payload::FunctionSection(types) => {
                self.functions = types.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    self.elements.push(placed(element?)?);
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(data) => {
                for segment in data {
                    let segment = segment?;
                    // Those of other files are there, too, and empty.
                    if !segment.data.is_empty() {
                        ensure!(
                            matches!(segment.kind, DataKind::Active { .. }),
                            "a part copies data by itself"
                        );
                        self.data.push(segment);
                    }
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for subsection in names {
                        if let Name::Function(map) = subsection? {
                            for naming in map {
                                let naming = naming?;
                                self.names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            Payload::ExportSection(exports) => {
                ensure!(exports.count() == 0, "a part exports something");
            }
            Payload::Version { .. }
            | Payload::DataCountSection { .. }
            | Payload::CodeSectionStart { .. }
            | Payload::End(_) => {}
            other => bail!("a part has something that none had: {other:?}"),
        }
        Ok(())
    }

    /// The place that a function calls, if that is all it does.
    fn relayed(&self, function: usize) -> Result<Option<Place>> {
        let (own, body) = self.function(function)?;
        if body.get_locals_reader()?.get_count() > 0 {
            return Ok(None);
        }
        let mut arguments = 0;
        let mut place = None;
        let mut called = false;
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::LocalGet { local_index } if place.is_none() => {
                    if local_index != arguments {
                        return Ok(None);
                    }
                    arguments += 1;
                }
                Operator::I32Const { value } if place.is_none() => {
                    place = u32::try_from(value).ok();
                }
                Operator::CallIndirect {
                    type_index,
                    table_index: 0,
                } if place.is_some() && !called && type_index == own => called = true,
                Operator::End => {}
                _ => return Ok(None),
            }
        }
        // With the type of both the same, all arguments are passed on.
        Ok(place.filter(|_| called))
    }

    /// The type and the body of a function.
    fn function(&self, function: usize) -> Result<(u32, &FunctionBody<'a>)> {
        let (kind, body) = (self.functions.get(function), self.bodies.get(function));
        let (Some(kind), Some(body)) = (kind, body) else {
            bail!("a function has no body");
        };
        Ok((*kind, body))
    }
}

/// Where a file begins in the table, and its functions from there on.
fn placed(element: Element<'_>) -> Result<(Place, Vec<u32>)> {
    let (
        ElementKind::Active {
            table_index: None | Some(0),
            offset_expr,
        },
        ElementItems::Functions(functions),
    ) = (element.kind, element.items)
    else {
        bail!("a part fills the table in another way");
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        bail!("a part fills the table at a place that is not known");
    };
    let functions = functions.into_iter().collect::<Result<_, _>>()?;
    Ok((u32::try_from(value)?, functions))
}

/// Memory, table and stack, each once.
fn imports(pieces: &[Piece<'_>]) -> Result<ImportSection> {
    let mut all: Vec<Import<'_>> = Vec::new();
    for import in pieces.iter().flat_map(|piece| &piece.imports) {
        let kind = std::mem::discriminant(&import.ty);
        ensure!(
            !matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)),
            "a part imports a function"
        );
        match all.iter().find(|i| std::mem::discriminant(&i.ty) == kind) {
            Some(same) => ensure!(same == import, "parts import different things"),
            None => all.push(*import),
        }
    }
    let mut section = ImportSection::new();
    for import in all {
        RoundtripReencoder.parse_import(&mut section, import)?;
    }
    Ok(section)
}

/// All functions numbered anew. What relays a call to a function of one of these
/// files is that function; what relays to elsewhere is there once.
struct Numbers {
    /// Of each file, by the old numbers.
    new: Vec<Vec<u32>>,
    /// By the new numbers: the file, and the old number there.
    order: Vec<(usize, usize)>,
}

impl Numbers {
    fn of(pieces: &[Piece<'_>]) -> Result<Self> {
        let (mut new, mut order, mut relays) = (Vec::new(), Vec::new(), Vec::new());
        let mut there: BTreeMap<Place, u32> = BTreeMap::new();
        for (file, piece) in pieces.iter().enumerate() {
            let mut numbers = vec![None; piece.functions.len()];
            for (function, number) in numbers.iter_mut().enumerate() {
                match piece.relayed(function)? {
                    Some(place) => relays.push((file, function, place)),
                    None => {
                        *number = Some(u32::try_from(order.len())?);
                        order.push((file, function));
                    }
                }
            }
            for (start, functions) in &piece.elements {
                for (place, &function) in (*start..).zip(functions) {
                    if let Some(&Some(number)) = numbers.get(function as usize) {
                        there.insert(place, number);
                    }
                }
            }
            new.push(numbers);
        }
        for (file, function, place) in relays {
            let number = match there.get(&place) {
                Some(number) => *number,
                None => {
                    let number = u32::try_from(order.len())?;
                    order.push((file, function));
                    there.insert(place, number);
                    number
                }
            };
            new[file][function] = Some(number);
        }
        let all = new
            .into_iter()
            .map(|numbers| numbers.into_iter().collect::<Option<Vec<_>>>());
        let new = all.collect::<Option<Vec<_>>>();
        let new = new.context("a function has no number")?;
        Ok(Self { new, order })
    }

    fn of_file(&self, file: usize) -> Result<&[u32]> {
        self.new
            .get(file)
            .map(Vec::as_slice)
            .context("no such file")
    }
}

/// Writes the code of one file with its new numbers.
struct Renumber<'a>(&'a [u32]);

impl Reencode for Renumber<'_> {
    type Error = anyhow::Error;

    fn function_index(&mut self, old: u32) -> Result<u32, Error<Self::Error>> {
        let new = self.0.get(old as usize).copied();
        new.ok_or_else(|| Error::UserError(anyhow!("a call of a function that is not there")))
    }

    fn data_index(&mut self, _: u32) -> Result<u32, Error<Self::Error>> {
        Err(Error::UserError(anyhow!("a part copies data by itself")))
    }
}
