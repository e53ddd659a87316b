/** From text to profile: sections, dates, contacts, work, education, skills; linear time, nothing invented. */
@NullMarked
package com.crewyard.recruiting.parsing.internal.profile;

import org.jspecify.annotations.NullMarked;
