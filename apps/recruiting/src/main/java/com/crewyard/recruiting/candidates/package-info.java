/**
 * The people an organization knows: who they are, how they are recognised again, their resumes and profiles, and what
 * colleagues note about them.
 */
@NullMarked
package com.crewyard.recruiting.candidates;

import org.jspecify.annotations.NullMarked;
