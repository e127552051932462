"""What the person sees and presses. The only importer of PySide6."""
