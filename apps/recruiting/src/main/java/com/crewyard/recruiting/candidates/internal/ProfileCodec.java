package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.candidates.ProfileValue.Study;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeText;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How profiles stand in the database, independent of how the API writes JSON. */
public final class ProfileCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProfileCodec() {}

    public static String write(ResumeText text) {
        return storable(JSON.writeValueAsString(text));
    }

    public static ResumeText readText(String json) {
        return JSON.readValue(json, ResumeText.class);
    }

    public static String write(ResumeProfile profile) {
        return storable(JSON.writeValueAsString(profile));
    }

    public static ResumeProfile readProfile(String json) {
        return JSON.readValue(json, ResumeProfile.class);
    }

    public static String write(ProfileValue value) {
        return storable(JSON.writeValueAsString(
                switch (value) {
                    case ProfileValue.Text(var text) -> text;
                    case ProfileValue.Texts(var texts) -> texts;
                    case ProfileValue.Positions(var positions) -> positions;
                    case ProfileValue.Studies(var studies) -> studies;
                }));
    }

    /** @throws tools.jackson.core.JacksonException when it has another shape than the field */
    public static ProfileValue readValue(ProfileField field, String json) {
        return switch (field.shape()) {
            case TEXT -> new ProfileValue.Text(JSON.readValue(json, String.class));
            case TEXTS -> new ProfileValue.Texts(JSON.readValue(json, new TypeReference<>() {}));
            case POSITIONS ->
                new ProfileValue.Positions(JSON.readValue(json, new TypeReference<java.util.List<Position>>() {}));
            case STUDIES ->
                new ProfileValue.Studies(JSON.readValue(json, new TypeReference<java.util.List<Study>>() {}));
        };
    }

    /** NUL, which jsonb refuses, becomes the replacement character, so that offsets still hold. */
    private static String storable(String json) {
        return json.replace("\\u0000", "\\ufffd");
    }
}
