package com.crewyard.hosting.advice;

import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The research that comes with the product. */
public final class Market {

    /** Dated facts about the market, without scores. */
    public static final String SHIPPED = "market.md";

    /** Kinds of hosting with our own scores and path. */
    public static final String CATEGORIES = "hosting.md";

    private Market() {}

    /** Facts that hold beside whatever is asked about. */
    public static ResearchDocument shipped() {
        return read(SHIPPED);
    }

    /** What there is to rank when nobody brings documents. */
    public static ResearchDocument categories() {
        return read(CATEGORIES);
    }

    private static ResearchDocument read(String name) {
        try (InputStream stream = Objects.requireNonNull(Market.class.getResourceAsStream(name))) {
            return ResearchReader.read(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
