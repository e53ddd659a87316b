package com.crewyard.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Renders views and sends redirects. */
public final class Pages {

    private static final String THEME_COOKIE = "crewyard_theme";
    private static final String LANGUAGE_COOKIE = "crewyard_language";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final TemplateEngine templates;
    private final Assets assets;
    private final Texts texts;
    private final Visitors visitors;
    private final Clock clock;

    public Pages(TemplateEngine templates, Assets assets, Texts texts, Visitors visitors, Clock clock) {
        this.templates = templates;
        this.assets = assets;
        this.texts = texts;
        this.visitors = visitors;
        this.clock = clock;
    }

    public void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (reply) {
            case View view -> send(view, request, response);
            case Redirect redirect -> send(redirect, request, response);
        }
    }

    /** What a template knows of a request; for controllers that need a text or a date themselves. */
    public Page page(HttpServletRequest request) {
        Optional<Viewer> viewer = visitors.viewer(request);
        String languages = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
        Words words = texts.forPage(cookie(request, LANGUAGE_COOKIE), languages);
        return new Page(
                address(request),
                path(request),
                cookie(request, THEME_COOKIE).filter(THEMES::contains).orElse("system"),
                viewer,
                visitors.csrf(request),
                cookie(request, Flash.COOKIE).flatMap(Flash::decode),
                words,
                new Times(words, visitors.zone(request), clock),
                assets,
                request.getHeader("HX-Request") != null);
    }

    private void send(View view, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Page page = page(request);
        Map<String, Object> parameters = new HashMap<>(view.parameters());
        parameters.put("page", page);
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(view.template() + ".jte", parameters, html);

        response.setStatus(view.status());
        response.setContentType("text/html;charset=utf-8");
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        response.addHeader(HttpHeaders.VARY, "Cookie, Accept-Language, HX-Request");
        if (page.flash().isPresent() && !page.partial()) {
            response.addCookie(flashCookie("", 0, request));
        }
        response.setContentLength(html.getContentLength());
        try (OutputStream body = response.getOutputStream()) {
            html.writeTo(body);
        }
    }

    private static void send(Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        redirect.flash().ifPresent(flash -> response.addCookie(flashCookie(flash.encoded(), 60, request)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", redirect.path());
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + redirect.path());
    }

    private static Cookie flashCookie(String value, int seconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(Flash.COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String address(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    /** Of the page asked for, also while an error page is made for it. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
