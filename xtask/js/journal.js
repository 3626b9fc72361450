// Begins to open the journal, as `src/storage/indexed_db.rs` does it, which takes it over.
function openJournal() {
  const opening = indexedDB.open("rilievo", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("journal");
  window.rilievoJournal = new Promise((opened, failed) => {
    opening.onsuccess = () => {
      const journal = opening.result;
      // Where nobody takes it over, it still gives way to other pages.
      journal.onversionchange = () => journal.close();
      opened(journal);
    };
    opening.onerror = failed;
  });
  // Then the app opens it by itself, and says why it cannot.
  window.rilievoJournal.catch(() => {});
}
