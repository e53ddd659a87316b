package com.crewyard.recruiting.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VacancyTitleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "URGENT! Night Nurse (Penang) RM 3,000 - 4,000 | night nurse",
                "SALES EXECUTIVE (RAWANG-KOTA DAMANSARA) | sales executive",
                "Cashier at Petrol Station | cashier",
                "Accounts Assistant [Full Time] | accounts assistant",
                "C++ / C# Developer | c++ / c# developer",
                "(Cook) | (cook)",
                "Job | job",
                "专业遗嘱规划师 | 专业遗嘱规划师",
                "Production Operator 1 | production operator"
            })
    void keepsWhatNamesTheOccupation(String raw, String expected) {
        assertThat(VacancyTitle.of(raw).replaceAll("[()]", "")).isEqualTo(expected.replaceAll("[()]", ""));
    }
}
