package com.crewyard.recruiting.careers.web;

import com.crewyard.web.CareersSite;
import com.crewyard.web.Form;

/** @param card path of the picture that goes with a link to the site */
public record SettingsView(CareersSite site, String card, Form form) {}
