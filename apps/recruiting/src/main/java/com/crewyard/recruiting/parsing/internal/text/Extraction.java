package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText;

/** What reading a file came to. */
public sealed interface Extraction {

    record Text(ResumeText text) implements Extraction {}

    record Nothing(String reason) implements Extraction {}

    record TooComplex(String reason) implements Extraction {}
}
