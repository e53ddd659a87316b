package com.crewyard.hosting;

/** How much a {@link Finding} matters: an error loses something the document says, a warning does not. */
public enum Severity {
    ERROR,
    WARNING
}
