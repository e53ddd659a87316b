package com.crewyard.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;

/** What the application knows of the person behind a request; the design system only asks. */
public interface Visitors {

    Optional<Viewer> viewer(HttpServletRequest request);

    CsrfField csrf(HttpServletRequest request);

    /** In which times are shown. */
    ZoneId zone(HttpServletRequest request);
}
