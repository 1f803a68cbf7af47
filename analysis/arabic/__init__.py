"""Pure functions on Arabic strings: letters, words, stems, dates, numbers."""
