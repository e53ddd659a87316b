package com.crewyard.recruiting.parsing.internal.vocabulary;

/** What a part of a resume is about. */
public enum Section {
    /** Above the first heading: who it is and how to reach them. */
    HEADER,
    CONTACT,
    SUMMARY,
    WORK,
    EDUCATION,
    SKILLS,
    LANGUAGES,
    CERTIFICATIONS,
    /** Projects, publications, volunteering, interests, references, and headings we do not know. */
    OTHER
}
