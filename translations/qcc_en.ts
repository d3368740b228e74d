<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BoardText</name>
    <message numerus="yes">
        <source>Moved %n config(s) to %1</source>
        <comment>%1: a priority group</comment>
        <translation>
            <numerusform>Moved %n config to %1</numerusform>
            <numerusform>Moved %n configs to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) rejected</source>
        <translation>
            <numerusform>%n key rejected</numerusform>
            <numerusform>%n keys rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a key</source>
        <comment>endpoints</comment>
        <translation>
            <numerusform>%n without a key</numerusform>
            <numerusform>%n without a key</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of credit</source>
        <comment>endpoints</comment>
        <translation>
            <numerusform>%n out of credit</numerusform>
            <numerusform>%n out of credit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n limited</source>
        <comment>endpoints</comment>
        <translation>
            <numerusform>%n limited</numerusform>
            <numerusform>%n limited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) work</source>
        <translation>
            <numerusform>%1 of %n endpoint works</numerusform>
            <numerusform>%1 of %n endpoints work</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>Requests are kept one by one for %n day(s); their sums stay for good.</source>
        <translation>
            <numerusform>Requests are kept one by one for %n day; their sums stay for good.</numerusform>
            <numerusform>Requests are kept one by one for %n days; their sums stay for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): see above how to mend them.</source>
        <translation>
            <numerusform>%n problem: see above how to mend them.</numerusform>
            <numerusform>%n problems: see above how to mend them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; %n thing(s) could be better.</source>
        <translation>
            <numerusform>It works; %n thing could be better.</numerusform>
            <numerusform>It works; %n things could be better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n config(s)? [y/N] </source>
        <translation>
            <numerusform>Import %n config? [y/N] </numerusform>
            <numerusform>Import %n configs? [y/N] </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorText</name>
    <message numerus="yes">
        <source>The history can be read: %n event(s), %1.</source>
        <translation>
            <numerusform>The history can be read: %n event, %1.</numerusform>
            <numerusform>The history can be read: %n events, %1.</numerusform>
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
    <message numerus="yes">
        <source>%n more had no room here.</source>
        <translation>
            <numerusform>%n more had no room here.</numerusform>
            <numerusform>%n more had no room here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now: %n more.</source>
        <translation>
            <numerusform>Now: %n more.</numerusform>
            <numerusform>Now: %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thinking block(s) of other providers taken out</source>
        <comment>of a request</comment>
        <translation>
            <numerusform>%n thinking block of other providers taken out</numerusform>
            <numerusform>%n thinking blocks of other providers taken out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every config is limited: %n request(s) wait and go on in %1.</source>
        <translation>
            <numerusform>Every config is limited: %n request waits and goes on in %1.</numerusform>
            <numerusform>Every config is limited: %n requests wait and go on in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %1: every config is limited, %n request(s) go on in %2.</source>
        <translation>
            <numerusform>Waiting for %1: every config is limited, %n request goes on in %2.</numerusform>
            <numerusform>Waiting for %1: every config is limited, %n requests go on in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were given up.</source>
        <translation>
            <numerusform>%n message was given up.</numerusform>
            <numerusform>%n messages were given up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 did not end within %n second(s) and was stopped.</source>
        <translation>
            <numerusform>%1 did not end within %n second and was stopped.</numerusform>
            <numerusform>%1 did not end within %n seconds and was stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::BoardCommands</name>
    <message numerus="yes">
        <source>Removed %n config(s)</source>
        <translation>
            <numerusform>Removed %n config</numerusform>
            <numerusform>Removed %n configs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::BoardModel</name>
    <message numerus="yes">
        <source>%1: %n config(s)</source>
        <comment>a priority group</comment>
        <translation>
            <numerusform>%1: %n config</numerusform>
            <numerusform>%1: %n configs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::ChannelsSection</name>
    <message numerus="yes">
        <source>There is no room for more than %n.</source>
        <translation>
            <numerusform>There is no room for more than %n.</numerusform>
            <numerusform>There is no room for more than %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::DesktopApp</name>
    <message numerus="yes">
        <source>%n request(s) are running through the proxy. They may finish within 30 seconds; new ones fail.</source>
        <translation>
            <numerusform>%n request is running through the proxy. It may finish within 30 seconds; new ones fail.</numerusform>
            <numerusform>%n requests are running through the proxy. They may finish within 30 seconds; new ones fail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::GroupPanel</name>
    <message numerus="yes">
        <source>%n config(s)</source>
        <translation>
            <numerusform>%n config</numerusform>
            <numerusform>%n configs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::HistoryPage</name>
    <message numerus="yes">
        <source>%Ln event(s) written to %1.</source>
        <translation>
            <numerusform>%Ln event written to %1.</numerusform>
            <numerusform>%Ln events written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %Ln row(s) that are loaded were copied. Export writes all of them.</source>
        <translation>
            <numerusform>Only the %Ln row that is loaded was copied. Export writes all of them.</numerusform>
            <numerusform>Only the %Ln rows that are loaded were copied. Export writes all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n config(s)</source>
        <translation>
            <numerusform>Import %n config</numerusform>
            <numerusform>Import %n configs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::ImportFlow</name>
    <message numerus="yes">
        <source>%n config(s) added. Enter the missing keys by editing them on the board.</source>
        <translation>
            <numerusform>%n config added. Enter the missing keys by editing them on the board.</numerusform>
            <numerusform>%n configs added. Enter the missing keys by editing them on the board.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n config(s) added.</source>
        <translation>
            <numerusform>%n config added.</numerusform>
            <numerusform>%n configs added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::MarkItem</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>events</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::NoticeStrip</name>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>%n more message</numerusform>
            <numerusform>%n more messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::NumberRow</name>
    <message numerus="yes">
        <source>%n days</source>
        <comment>a default value</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::PassphraseDialog</name>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::RemoveQuestion</name>
    <message numerus="yes">
        <source>Remove %n config(s)?</source>
        <translation>
            <numerusform>Remove %n config?</numerusform>
            <numerusform>Remove %n configs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s) and their keys are deleted too.</source>
        <translation>
            <numerusform>%n endpoint and its key are deleted too.</numerusform>
            <numerusform>%n endpoints and their keys are deleted too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::RequestsPage</name>
    <message numerus="yes">
        <source>%Ln new request(s): show</source>
        <translation>
            <numerusform>%Ln new request: show</numerusform>
            <numerusform>%Ln new requests: show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln request(s)</source>
        <translation>
            <numerusform>The last request</numerusform>
            <numerusform>The last %Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::SessionsView</name>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::TrayMenu</name>
    <message numerus="yes">
        <source>For %n hour(s)</source>
        <translation>
            <numerusform>For %n hour</numerusform>
            <numerusform>For %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qcc::WelcomePage</name>
    <message numerus="yes">
        <source>%n config(s) found on this computer. You choose which.</source>
        <translation>
            <numerusform>%n config found on this computer. You choose which.</numerusform>
            <numerusform>%n configs found on this computer. You choose which.</numerusform>
        </translation>
    </message>
</context>
</TS>
