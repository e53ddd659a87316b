/**
 * A service that speaks OpenAI's API, when one is configured. Whoever asks it also works without it: every call may end in
 * {@link com.crewyard.recruiting.openai.UnavailableException}. What may be sent is for the caller to decide; no text about
 * a person leaves unless {@code BlindText} has cleaned it.
 */
@NullMarked
package com.crewyard.recruiting.openai;

import org.jspecify.annotations.NullMarked;
