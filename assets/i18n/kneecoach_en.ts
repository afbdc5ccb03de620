<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AboutPage</name>
        <message numerus="yes">
            <source>What is often told, and what holds: %n place(s).</source>
            <translation>
                <numerusform>What is often told, and what holds: %n place.</numerusform>
                <numerusform>What is often told, and what holds: %n places.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Charts</name>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckFoot</name>
        <message numerus="yes">
            <source>%n sign(s) ticked</source>
            <translation>
                <numerusform>%n sign ticked</numerusform>
                <numerusform>%n signs ticked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n still open</source>
            <translation>
                <numerusform>%n still open</numerusform>
                <numerusform>%n still open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DayButton</name>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DayRow</name>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Exercise</name>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Hero</name>
        <message numerus="yes">
            <source>%n exercise(s)</source>
            <translation>
                <numerusform>%n exercise</numerusform>
                <numerusform>%n exercises</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KneePage</name>
        <message numerus="yes">
            <source>%n more exercise(s)</source>
            <translation>
                <numerusform>%n more exercise</numerusform>
                <numerusform>%n more exercises</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoteCard</name>
        <message numerus="yes">
            <source>Room for %n character(s)</source>
            <translation>
                <numerusform>Room for %n character</numerusform>
                <numerusform>Room for %n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShareBox</name>
        <message numerus="yes">
            <source>in the last %n day(s)</source>
            <translation>
                <numerusform>in the last %n day</numerusform>
                <numerusform>in the last %n days</numerusform>
            </translation>
        </message>
    </context>
</TS>
