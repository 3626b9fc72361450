// What the browser prints, read back.
import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/// A printed document: its pages in plain words, and the names of its parts for
/// those who do not see it.
export interface Printed {
  pages: string[];
  text: string;
  roles: string[];
}

interface Node {
  role?: string;
  children?: Node[];
}

/// Prints the page as "Print" of the browser does, on A4.
export async function printed(page: Page): Promise<Printed> {
  const file = await page.pdf({ format: "A4", tagged: true });
  const reading = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const document = await reading.promise;
  const pages: string[] = [];
  const roles: string[] = [];
  const visit = (node: Node | null) => {
    if (node?.role) roles.push(node.role);
    node?.children?.forEach(visit);
  };
  for (let at = 1; at <= document.numPages; at++) {
    const sheet = await document.getPage(at);
    const { items } = await sheet.getTextContent();
    const words = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : ""));
    pages.push(words.join("").replace(/\s+/g, " "));
    visit(await sheet.getStructTree());
  }
  await reading.destroy();
  return { pages, text: pages.join(" "), roles };
}
