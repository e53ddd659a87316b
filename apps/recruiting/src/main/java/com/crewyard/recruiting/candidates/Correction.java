package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.UserId;
import java.time.Instant;

/** What a person said about a field, and who and when. */
public record Correction(ProfileField field, ProfileValue value, UserId by, String byName, Instant at) {}
