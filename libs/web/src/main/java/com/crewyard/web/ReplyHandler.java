package com.crewyard.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets controllers return a {@link Reply}. */
final class ReplyHandler implements HandlerMethodReturnValueHandler {

    private final Pages pages;

    ReplyHandler(Pages pages) {
        this.pages = pages;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Reply.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        if (!(value instanceof Reply reply)) {
            throw new IllegalStateException("%s returned nothing to show".formatted(type.getMethod()));
        }
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse answer = request.getNativeResponse(HttpServletResponse.class);
        if (asked == null || answer == null) {
            throw new IllegalStateException("Pages are only sent over HTTP");
        }
        pages.send(reply, asked, answer);
    }
}
