/**
 * How applications come in: the form is checked, the files are kept, candidate, resume and application are written
 * together, and only then is it acknowledged. Reading the resume follows as durable work, so a parser that is down loses
 * nothing. The candidate follows up through a private link.
 */
@NullMarked
package com.crewyard.recruiting.intake;

import org.jspecify.annotations.NullMarked;
