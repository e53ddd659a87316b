package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.candidates.ProfileValue.Study;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** How profiles stand in the database, independent of how the API writes JSON. */
public final class ProfileCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Corrections also stand on the API: dates as in ISO 8601, and whatever a client leaves out is unknown. */
    private static final JsonMapper VALUES = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(PartialDate.class, ToStringSerializer.instance)
                    .addDeserializer(PartialDate.class, new PartialDateReader()))
            .build();

    private static final class PartialDateReader extends FromStringDeserializer<PartialDate> {

        private static final Pattern DATE = Pattern.compile("([12]\\d{3})(?:-(0[1-9]|1[0-2]))?");

        PartialDateReader() {
            super(PartialDate.class);
        }

        @Override
        protected PartialDate _deserialize(String text, DeserializationContext context) {
            Matcher date = DATE.matcher(text);
            if (!date.matches()) {
                throw context.weirdStringException(text, PartialDate.class, "not a date like 2019-03 or 2019");
            }
            int year = Integer.parseInt(date.group(1));
            return date.group(2) == null ? PartialDate.of(year) : PartialDate.of(year, Integer.parseInt(date.group(2)));
        }
    }

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
        return storable(VALUES.writeValueAsString(
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
            case TEXT -> new ProfileValue.Text(VALUES.readValue(json, String.class));
            case TEXTS -> new ProfileValue.Texts(VALUES.readValue(json, new TypeReference<>() {}));
            case POSITIONS ->
                new ProfileValue.Positions(VALUES.readValue(json, new TypeReference<List<Position>>() {}));
            case STUDIES -> new ProfileValue.Studies(VALUES.readValue(json, new TypeReference<List<Study>>() {}));
        };
    }

    /** NUL, which jsonb refuses, becomes the replacement character, so that offsets still hold. */
    private static String storable(String json) {
        return json.replace("\\u0000", "\\ufffd");
    }
}
