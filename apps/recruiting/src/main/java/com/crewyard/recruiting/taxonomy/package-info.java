/** What work is called: skills, job titles, levels and languages, and how near one is to another. Knows no database. */
@NullMarked
package com.crewyard.recruiting.taxonomy;

import org.jspecify.annotations.NullMarked;
