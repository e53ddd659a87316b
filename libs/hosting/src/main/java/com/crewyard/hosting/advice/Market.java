package com.crewyard.hosting.advice;

import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The research that comes with the product: dated facts about the market, without scores. */
public final class Market {

    public static final String SHIPPED = "market.md";

    private Market() {}

    public static ResearchDocument shipped() {
        try (InputStream stream = Objects.requireNonNull(Market.class.getResourceAsStream(SHIPPED))) {
            return ResearchReader.read(SHIPPED, new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
