"""Parts that know no desk."""
