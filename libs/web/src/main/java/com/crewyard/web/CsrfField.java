package com.crewyard.web;

/** The hidden field that proves a form was ours, and the header that scripts send in its place. */
public record CsrfField(String name, String header, String token) {

    /** For pages that are rendered where no filter guards forms. */
    public static final CsrfField NONE = new CsrfField("", "", "");

    public boolean isPresent() {
        return !token.isEmpty();
    }
}
