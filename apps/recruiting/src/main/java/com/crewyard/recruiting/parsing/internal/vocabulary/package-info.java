/** Words that resumes use in English, German, French and Spanish; word lists are resources under {@code parsing/}. */
@NullMarked
package com.crewyard.recruiting.parsing.internal.vocabulary;

import org.jspecify.annotations.NullMarked;
