package com.crewyard.recruiting.candidates;

import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeText;

/** A resume with what was read in it. */
public record ReadResume(Resume resume, ResumeText text, ResumeProfile profile) {}
