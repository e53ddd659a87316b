/** Organizations and their people: who they are, how they prove it, and what each role may do. */
@NullMarked
package com.crewyard.recruiting.identity;

import org.jspecify.annotations.NullMarked;
