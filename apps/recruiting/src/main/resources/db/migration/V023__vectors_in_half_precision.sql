-- Vectors are kept in half precision from now on; those in single precision are made anew.
truncate matching.embedding;
