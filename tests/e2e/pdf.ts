// What the browser prints, read back.
import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/// A printed document: its pages in plain words, and the names of its parts for
/// those who do not see it.
export interface Printed {
  pages: string[];
  /// Width and height of each page, in millimetres.
  sizes: [number, number][];
  text: string;
  roles: string[];
  /// What figures are for those who do not see them.
  alternatives: string[];
  /// The bookmarks, each indented by how deep it stands.
  bookmarks: string[];
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}

interface Mark {
  title: string;
  items: Mark[];
}

/// Prints the page as "Print" of the browser does, on A4 or, where the page asks
/// for it, on paper of its own.
export async function printed(page: Page): Promise<Printed> {
  const file = await page.pdf({ format: "A4", preferCSSPageSize: true, tagged: true, outline: true });
  const reading = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const document = await reading.promise;
  const pages: string[] = [];
  const sizes: [number, number][] = [];
  const roles: string[] = [];
  const alternatives: string[] = [];
  const visit = (node: Node | null) => {
    if (node?.role) roles.push(node.role);
    if (node?.role === "Figure") alternatives.push(node.alt ?? "");
    node?.children?.forEach(visit);
  };
  for (let at = 1; at <= document.numPages; at++) {
    const sheet = await document.getPage(at);
    const [, , width, height] = sheet.view;
    sizes.push([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]);
    const { items } = await sheet.getTextContent();
    const words = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : ""));
    pages.push(words.join("").replace(/\s+/g, " "));
    visit(await sheet.getStructTree());
  }
  const bookmarks: string[] = [];
  const mark = (marks: Mark[], indent: string) => {
    for (const { title, items } of marks) {
      bookmarks.push(indent + title.replace(/\s+/g, " "));
      mark(items, `${indent}  `);
    }
  };
  mark((await document.getOutline()) ?? [], "");
  await reading.destroy();
  return { pages, sizes, text: pages.join(" "), roles, alternatives, bookmarks };
}
