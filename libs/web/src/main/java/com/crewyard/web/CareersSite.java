package com.crewyard.web;

import java.net.URI;
import java.util.Optional;

/**
 * An organization as candidates meet it.
 *
 * @param path of its careers site: {@code /careers/acme}
 * @param logo path of its picture
 */
public record CareersSite(String name, String path, ThemeColor color, Optional<String> logo, Optional<String> website) {

    public String initials() {
        return Initials.of(name);
    }

    /** The website without scheme and "www.", as people say it. */
    public String websiteLabel() {
        return website.map(URI::create)
                .map(URI::getHost)
                .map(host -> host.startsWith("www.") ? host.substring(4) : host)
                .orElse("");
    }
}
