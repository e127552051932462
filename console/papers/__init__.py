"""Puts words on paper and into pictures. The only user of fpdf2, HarfBuzz, pypdfium2, segno and Pillow."""
