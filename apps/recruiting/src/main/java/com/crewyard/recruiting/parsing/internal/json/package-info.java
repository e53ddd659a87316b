/** Profiles as JSON: our own, for storing, and JSON Resume's, for exchanging. */
@NullMarked
package com.crewyard.recruiting.parsing.internal.json;

import org.jspecify.annotations.NullMarked;
