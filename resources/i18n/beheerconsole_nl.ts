<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en_GB">
<context>
    <name>Attention</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspicious situation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liveability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost and found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for sale and wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the group itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Which group do you want to take in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This export holds several chats. Only the one that you choose is read; the others stay out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats in this export</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All right: nothing wrong with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later: comes back on a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a panel or message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters of normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateOrderView</name>
    <message>
        <source>Which dates are right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This export does not tell whether the day or the month comes first. Choose the dates that fit what you know of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day first: {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month first: {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year first: {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>encryption notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group name changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>description changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group picture changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined by the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>became administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted by an administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timer of messages changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the community</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportHelpView</name>
    <message>
        <source>1. Open the group in WhatsApp and tap its name at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Scroll down and choose Export Chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Choose Without Media.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Mail the file to yourself, save it on this computer and drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Open the group in WhatsApp and tap the three dots at the top right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Choose More.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Choose Export chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Choose Without media. Mail the file to yourself, save it on this computer and drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On an iPhone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On an Android phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four screens of an iPhone that show the steps below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four screens of an Android phone that show the steps below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is Export Chat missing or grey? Then somebody switched on Advanced Chat Privacy: any member can, and then nobody can export. Ask the group to switch it off, or copy the messages and paste them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export holds about 40,000 messages at most, and about 10,000 with media: what is older is left out. Export more often and nothing is lost; what you already have is not added twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Flag</name>
    <message>
        <source>urgent, 112?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taking the law into own hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stigmatising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abusive language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not belong here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer owed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderIntake</name>
    <message>
        <source>Taken in from your folder. {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read any more. Choose a folder again under File.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportOutcomeView</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To &amp;This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in &amp;another export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPasteView</name>
    <message>
        <source>Paste messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the messages in WhatsApp Web or on your phone, copy them, and paste them here. Each message needs its time and its author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages to take in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters are ready. That is too much to show here; you will see it after Continue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPreviewView</name>
    <message>
        <source>&amp;Take in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this file &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From when to look at messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this the right export?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last messages of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From {app}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{messages} by {authors}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp puts no more than about 40,000 messages in an export (10,000 with media). This one looks cut off: older messages are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) jump back in time, as text copied from another chat does. They may not be by the person named.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln very long line(s) will be shortened.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) cannot be read and become �.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) without date or text are left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You have this group already: only what is new is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a new group in your console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as you do now in this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the last four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportProgressView</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportTroubleView</name>
    <message>
        <source>This could not be taken in: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go &amp;on without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do I make an &amp;export?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of your console was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeView</name>
    <message>
        <source>pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what this is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: stopped, nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {total}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Something went wrong in the program. Nothing was changed. Try again, or send us the report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys}: act, and stay on the same message. Letters do nothing while you type in a field.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo, video or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Beheerconsole: demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beheerconsole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or more exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports of a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder where you save exports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take in an export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste from WhatsApp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do I make an &amp;export?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message of the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageFilterView</name>
    <message>
        <source>All groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear &amp;filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it asks for attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ No attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ No attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Not edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices of the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Only notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ No notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More filters ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessagesModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>One moment, your groups are being opened…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the &amp;demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message>
        <source>phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo of somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank account number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>citizen service number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this file &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a mistake in the program, not of yours. What you decided before is kept. You can go on. Copy this report and send it to the makers; it holds no text from your groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>professional</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screenshots</name>
    <message>
        <source>The folder for the pictures cannot be made. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {name} cannot be written there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Drop a WhatsApp export here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .txt or .zip file. Telegram, Signal and Veiligebuurt work too. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose an export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln export(s) from your &amp;folder</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the &amp;demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veiligebuurt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>All right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>From which year are these messages?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copied text has days and months but no year. Give the year of the last message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year of the last message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
