package com.crewyard.hosting.research;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a document says of itself.
 *
 * @param model who wrote it: a model or a person; a newer version of the same author on the same topic replaces an older
 * @param date when its facts were true, when it says so
 */
public record FrontMatter(String topic, String model, String stage, int version, Optional<LocalDate> date) {}
