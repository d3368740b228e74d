<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CliText</name>
    <message numerus="yes">
        <source>%n line(s) left out, for nobody read on</source>
        <translation>
            <numerusform>%n line left out, for nobody read on</numerusform>
            <numerusform>%n lines left out, for nobody read on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>settings files read again: %n config(s)</source>
        <translation>
            <numerusform>settings files read again: %n config</numerusform>
            <numerusform>settings files read again: %n configs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopping; %n running request(s) may end within 30 s (Ctrl-C again: at once)</source>
        <translation>
            <numerusform>stopping; %n running request may end within 30 s (Ctrl-C again: at once)</numerusform>
            <numerusform>stopping; %n running requests may end within 30 s (Ctrl-C again: at once)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n event(s) to %1.</source>
        <translation>
            <numerusform>Wrote %n event to %1.</numerusform>
            <numerusform>Wrote %n events to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message numerus="yes">
        <source>%1 failed %n time(s) in a row.</source>
        <translation>
            <numerusform>%1 failed once.</numerusform>
            <numerusform>%1 failed %n times in a row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed %n time(s) in a row, at last with: %2.</source>
        <translation>
            <numerusform>%1 failed once, at last with: %2.</numerusform>
            <numerusform>%1 failed %n times in a row, at last with: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed %n time(s) in a row</source>
        <translation>
            <numerusform>%1 failed once</numerusform>
            <numerusform>%1 failed %n times in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 failed %n time(s) in a row: %2</source>
        <translation>
            <numerusform>%1 failed once: %2</numerusform>
            <numerusform>%1 failed %n times in a row: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was well %n time(s) in a row.</source>
        <translation>
            <numerusform>%1 was well once.</numerusform>
            <numerusform>%1 was well %n times in a row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was well %n time(s) in a row; needed: %2.</source>
        <translation>
            <numerusform>%1 was well once; needed: %2.</numerusform>
            <numerusform>%1 was well %n times in a row; needed: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A failover needs %n failure(s) in a row.</source>
        <translation>
            <numerusform>A failover needs %n failure in a row.</numerusform>
            <numerusform>A failover needs %n failures in a row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automatic switch(es) in the last hour; permitted: %1.</source>
        <translation>
            <numerusform>%n automatic switch in the last hour; permitted: %1.</numerusform>
            <numerusform>%n automatic switches in the last hour; permitted: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) healthy</source>
        <translation>
            <numerusform>%1 of %n endpoint healthy</numerusform>
            <numerusform>%1 of %n endpoints healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is well again, %n time(s) in a row</source>
        <translation>
            <numerusform>%1 is well again, once</numerusform>
            <numerusform>%1 is well again, %n times in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the hourly limit of %n switch(es) is reached</source>
        <translation>
            <numerusform>the hourly limit of %n switch is reached</numerusform>
            <numerusform>the hourly limit of %n switches is reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unhealthy, failed %n time(s) in a row</source>
        <translation>
            <numerusform>unhealthy, failed once</numerusform>
            <numerusform>unhealthy, failed %n times in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n good check(s) in a row</source>
        <translation>
            <numerusform>%1 of %n good check in a row</numerusform>
            <numerusform>%1 of %n good checks in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more model(s)</source>
        <translation>
            <numerusform>and %n more model</numerusform>
            <numerusform>and %n more models</numerusform>
        </translation>
    </message>
</context>
</TS>
