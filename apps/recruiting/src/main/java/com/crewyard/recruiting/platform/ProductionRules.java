package com.crewyard.recruiting.platform;

import java.util.ArrayList;
import java.util.List;

/** What {@code CREWYARD_ENV=production} refuses, because it is only fit for development. */
public final class ProductionRules {

    private ProductionRules() {}

    /** Says which settings are unfit and what to set instead. */
    public static final class UnfitException extends RuntimeException {
        UnfitException(String message) {
            super(message);
        }
    }

    /** @throws UnfitException naming every unfit setting at once */
    static void check(Settings settings, boolean secureCookies) {
        if (!settings.production()) {
            return;
        }
        List<String> unfit = new ArrayList<>();
        if (!DeploymentSecret.isFitForProduction(settings.secretKey())) {
            unfit.add(
                    "SECRET_KEY is missing, a default, or shorter than 32 characters: set it to a random value of your own");
        }
        if (!secureCookies) {
            unfit.add("cookies would travel in plain text: remove CREWYARD_INSECURE_COOKIES and serve over HTTPS");
        }
        if (settings.demo()) {
            unfit.add("demonstration data was asked for: leave crewyard.demo away");
        }
        if (!unfit.isEmpty()) {
            throw new UnfitException("Production refuses to start: " + String.join("; ", unfit) + ".");
        }
    }
}
