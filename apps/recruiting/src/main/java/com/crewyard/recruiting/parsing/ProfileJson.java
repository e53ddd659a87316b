package com.crewyard.recruiting.parsing;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Profiles as they are stored: all values with confidence and sources, lossless. */
public final class ProfileJson {

    // Columns outlive releases: a field that a newer release wrote must not stop an older one during a rollout.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ProfileJson() {}

    public static String write(ResumeProfile profile) {
        return MAPPER.writeValueAsString(profile);
    }

    /**
     * @throws IllegalArgumentException when it is not what {@link #write} writes
     */
    public static ResumeProfile read(String json) {
        try {
            return MAPPER.readValue(json, ResumeProfile.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not a stored profile: " + e.getOriginalMessage(), e);
        }
    }
}
