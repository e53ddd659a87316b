/** What candidates see and do: an organization's published jobs, applying, and how an application stands. */
@NullMarked
package com.crewyard.recruiting.careers;

import org.jspecify.annotations.NullMarked;
