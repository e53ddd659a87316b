package com.crewyard.recruiting.candidates;

/** A module's tab on a candidate's page. The module serves {@code /candidates/{id}/{name}} itself; beans are ordered. */
public interface CandidateTab {

    /** The last part of its address; the texts call it {@code person.tab.NAME}. */
    String name();
}
