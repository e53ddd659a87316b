/** From bytes of a recognised format to text in reading order; runs in the child process. */
@NullMarked
package com.crewyard.recruiting.parsing.internal.text;

import org.jspecify.annotations.NullMarked;
